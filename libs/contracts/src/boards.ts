import { IsArray, IsNotEmpty, IsObject, IsOptional, IsString, ValidateIf } from 'class-validator';
import type { WholeNumber } from '@app/domain';
import { WantedDeals } from './filters.js';
import { IsPlainName } from './reading.js';
import type { DealRecord } from './record.js';
import type { CalendarDate, Instant, Page, Who } from './shared.js';

/**
 * Whether the deal is the one that was placed. `open`: nobody has said. `unclear`: its client has deals, but not which
 * one it is. `confirmed`: it is the same. `refused`: it is another one, so that only its id may bring it back.
 */
export interface SavedBoardMatchCheck {
  /** What is known of it. */
  is: 'open' | 'unclear' | 'confirmed' | 'refused';
  /** What it was recognised by; only while it is open. */
  by?: 'id' | 'client_stage' | 'client';
  /** How many were alike by that; only while it is open. */
  alike?: WholeNumber;
  /** What was placed; only while it is open. */
  was?: Pick<SavedBoardDeal, 'id' | 'view_id' | 'client' | 'stage' | 'pipeline' | 'owner'>;
}

/**
 * A deal as a board was saved with it. Keys that the product does not know are kept; null is as good as absent, and stands
 * in an answer only for what means nothing on that board.
 */
export interface SavedBoardDeal {
  /** Id of the deal when it was saved; absent for a deal without one. */
  id?: string | null;
  /** View the deal was from; only on boards over several views. */
  view_id?: string | null;
  /** Client of the deal. */
  client?: string | null;
  /** Deal value when it was saved, currency; only on Closing Projections. */
  pipeline?: number | null;
  /** 50, 75 or 90; absent for that of the stage. Only on Closing Projections. */
  probability?: number | null;
  /** Account executive when it was saved; only on Closing Projections. */
  owner?: string | null;
  /** Stage when it was saved. */
  stage?: string | null;
  /** Whether the board leaves it out. */
  hidden?: boolean | null;
  /** True for a deal that the data did not have when the board was saved. */
  missing?: boolean | null;
  /** True for a deal that was not on the board when it was saved: gone, closed, lost, or another one. */
  apart?: boolean | null;
  /** What is open or was decided about a deal that was recognised by less than its id. */
  match_check?: SavedBoardMatchCheck;
  [key: string]: unknown;
}

/**
 * The columns of a saved board, each with its deals in their order: those of Closing Projections, or those of the Deal
 * Pipeline. Keys that the product does not know are kept.
 */
export interface SavedBoardColumns {
  /** Closing Projections. */
  next_14_days?: SavedBoardDeal[];
  /** Closing Projections. */
  next_30_60_days?: SavedBoardDeal[];
  /** Closing Projections. */
  next_60_90_days?: SavedBoardDeal[];
  /** Closing Projections; absent without deals. */
  delayed?: SavedBoardDeal[];
  /** Deal Pipeline. */
  intro?: SavedBoardDeal[];
  /** Deal Pipeline. */
  poa_booked?: SavedBoardDeal[];
  /** Deal Pipeline. */
  proposal_sent?: SavedBoardDeal[];
  /** Deal Pipeline. */
  legal?: SavedBoardDeal[];
  [key: string]: unknown;
}

/** Answer of `GET /views/{id}/preferences/{board}`: somebody's own board. The `ETag` header names the revision. */
export interface BoardPreferences {
  /** The board; its columns are empty where nothing is saved. */
  preferences: SavedBoardColumns;
  /** When it was saved last; null where nothing is saved, also after a reset. */
  updated_at: Instant | null;
  /** Grows with each save; send it back as `If-Match`. 0 where nobody ever saved. */
  revision: WholeNumber;
}

/** Answer of `GET /views/{id}/asher-pov`: Closing Projections as its owner sees them. */
export interface AsherPov extends BoardPreferences {
  /** Who saved it; null where nothing is saved, or other software did. */
  saved_by: Who | null;
  /** What its owner says of it. */
  note: string | null;
}

/** Body of `PUT /views/{id}/preferences/{board}`. */
export class SaveBoard {
  /** The whole board: each column with its deals in their order. */
  @IsObject({ message: 'preferences must be an object of columns, each a list of deals.' })
  preferences!: SavedBoardColumns;
}

/** Body of `PUT /views/{id}/asher-pov`. */
export class SaveAsherPov {
  /** The whole board: each column with its deals in their order. */
  @IsObject({ message: 'preferences must be an object of columns, each a list of deals.' })
  preferences!: SavedBoardColumns;

  /**
   * What its owner says of it.
   *
   * @maxLength 255
   */
  @IsOptional()
  @IsPlainName()
  @IsString({ message: 'note must be a text, or null.' })
  note?: string | null;
}

/** A state that a board had. */
export interface BoardVersion {
  /** Id of the version. */
  id: string;
  /** Revision that it made. */
  revision: WholeNumber;
  /** What made it; `found`: other software wrote it. */
  kind: 'save' | 'restore' | 'reset' | 'found';
  /** When. */
  saved_at: Instant;
  /** Who saved it; null for other software. */
  saved_by: Who | null;
  /** What its owner said of it. */
  note: string | null;
  /** How many deals it holds, hidden ones too. */
  deals: WholeNumber;
  /** How many of them are hidden. */
  hidden: WholeNumber;
  /** What it showed was projected to bring when it was saved, currency; null on the Deal Pipeline, and where not known. */
  projected: number | null;
  /** What it has otherwise than the version before it; null where that is not known. */
  changes: BoardVersionChanges | null;
  /** Of a restore: id of the version that it brought back; else null. */
  restored_version: string | null;
}

/** How many deals a version has otherwise than the one before it; one may count in several. */
export interface BoardVersionChanges {
  /** In another column, or past others in their own. */
  moved: WholeNumber;
  /** Hidden since. */
  hidden: WholeNumber;
  /** Shown again. */
  shown: WholeNumber;
  /** With another probability. */
  weighed: WholeNumber;
  /** Not there before. */
  added: WholeNumber;
  /** Not there any more. */
  removed: WholeNumber;
}

/** The last 50 states of a board, newest first: always the whole list. */
export type BoardVersionPage = Page<BoardVersion>;

/** A state that a board had, with its deals. */
export interface BoardVersionContent extends BoardVersion {
  /** The board as it was. */
  preferences: SavedBoardColumns;
}

/** What a board knows of a deal. */
export type BoardRecord = Pick<
  DealRecord,
  | 'id'
  | 'view_id'
  | 'view_name'
  | 'client'
  | 'hubspot_link'
  | 'stage'
  | 'show_noshow'
  | 'relevance'
  | 'owner'
  | 'bdr'
  | 'source_group'
  | 'product'
  | 'type_of_deal'
  | 'value'
  | 'age'
  | 'discovery_date'
  | 'poa_date'
>;

/** Deals of a view, as a board knows them. */
export interface BoardRecords {
  /** Id of the view. */
  view_id: string;
  /** Revision of the data; a master's joins its views' as text. */
  revision: WholeNumber | string;
  /** The day that counts as today. */
  as_of: CalendarDate;
  /** The deals. */
  deals: BoardRecord[];
}

/** Answer of `GET /views/{id}/boards/{board}`: what a board is made of before anybody moves a deal. */
export interface BoardData extends BoardRecords {
  /** Goal of each column, currency; null without one. */
  goals: Record<string, number | null>;
}

/** A saved deal that is looked up: by its id, its client, or both. */
export interface LookedUpDeal {
  /** Id of the deal. */
  id?: string | null;
  /** Client of the deal. */
  client?: string | null;
}

/** Body of `POST /views/{id}/boards/{board}/lookup`. */
export class LookUpDeals {
  /** The deals to look for, at most 5,000. */
  @IsArray({ message: 'deals must be a list of { id, client }.' })
  deals!: LookedUpDeal[];
}

/** Body of `POST /views/{id}/boards/{board}/export`. */
export class ExportBoard extends WantedDeals {
  /** The board, saved or not; null for the default one. */
  @ValidateIf((_, preferences) => preferences !== null)
  @IsObject({ message: 'preferences must be an object of columns, or null for the default board.' })
  preferences!: SavedBoardColumns | null;

  /** Id of the one column that is wanted; all of them without it. */
  @IsOptional()
  @IsString({ message: 'column must be the id of a column.' })
  column?: string | null;

  /**
   * Whose board it is, in the name of the file and in its first column; neither says so without it.
   *
   * @maxLength 255
   */
  @IsOptional()
  @IsPlainName()
  @IsNotEmpty({ message: 'name must not be empty.' })
  @IsString({ message: 'name must be a text.' })
  name?: string | null;
}

/** Body of `POST /views/{id}/boards/duel/export`: two boards of Closing Projections, saved or not. */
export class ExportDuel extends WantedDeals {
  /** One board; null for the default one. */
  @ValidateIf((_, left) => left !== null)
  @IsObject({ message: 'left must be an object of columns, or null for the default board.' })
  left!: SavedBoardColumns | null;

  /** The other board; null for the default one. */
  @ValidateIf((_, right) => right !== null)
  @IsObject({ message: 'right must be an object of columns, or null for the default board.' })
  right!: SavedBoardColumns | null;

  /**
   * What the file calls the one; "Left" without it.
   *
   * @maxLength 255
   */
  @IsOptional()
  @IsPlainName()
  @IsNotEmpty({ message: 'left_name must not be empty.' })
  @IsString({ message: 'left_name must be a text.' })
  left_name?: string | null;

  /**
   * What the file calls the other; "Right" without it.
   *
   * @maxLength 255
   */
  @IsOptional()
  @IsPlainName()
  @IsNotEmpty({ message: 'right_name must not be empty.' })
  @IsString({ message: 'right_name must be a text.' })
  right_name?: string | null;
}
