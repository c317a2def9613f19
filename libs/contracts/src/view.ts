import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsEmail,
  IsIn,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  ValidateIf,
} from 'class-validator';
import { DEDUPE_RULES, type DedupeRule, type WholeNumber } from '@app/domain';
import type { ViewRight } from './access-rules.js';
import { IsPlainName } from './reading.js';
import type { Instant, Page, Who } from './shared.js';

/** An organisational slice with its own sheet, data and targets; Master adds views up. */
export interface View {
  /** Id of the view. */
  id: string;
  /** Its name. */
  name: string;
  /** Whether it adds other views up. */
  is_master: boolean;
  /** What a viewer without views of their own opens. */
  is_default: boolean;
  /** Collection of its records; null for a master, which has none. */
  collection: string | null;
  /** Address of its sheet. */
  sheet_url: string | null;
  /** Tab of its sheet. */
  sheet_name: string | null;
  /** Rule that says which rows are one deal. */
  dedupe: DedupeRule;
  /** Ids of the views a master adds up, resolved: never empty for a master that has views. */
  aggregates_from: string[];
  /** Who it is assigned to; null for nobody. */
  assigned_user: Who | null;
  /** When its sheet is fetched next by itself; null without an address, or when nothing is scheduled. */
  next_refresh: Instant | null;
  /** State of its data. */
  data: ViewData;
  /** What the caller may do with it. */
  can: ViewRight[];
}

/** State of a view's data. */
export interface ViewData {
  /** Grows with each publish; a master's joins its views' as text. */
  revision: WholeNumber | string;
  /** How many records it holds. */
  records_count: WholeNumber;
  /** Null when nothing was ever loaded. A master has the oldest of its views. */
  last_update: Instant | null;
  /** Kind of the last source; null without data. */
  source_type: string | null;
  /** True while the view shows the sample records that came with an empty installation. */
  sample: boolean;
  /** Names of the views whose records are the sample: on a master any of those it adds up, on a view only its own. */
  sample_views: string[];
  /** How many targets came with the sample and were not changed since; a master's and its views' together. */
  sample_targets: WholeNumber;
}

/** Characters of the name of a view. */
export const LONGEST_VIEW_NAME = 60;
/** Views that a master may name. */
const MOST_NAMED = 200;

/** A field that a body may leave out, but not give as null. */
const MayBeLeftOut = () => ValidateIf((_, value) => value !== undefined);

/** What can be set of a view beside its name; what is left out is as it was, or as it is by default. */
abstract class ViewSettings {
  /** Address of its sheet of Google Sheets; null for none. */
  @IsOptional()
  @MaxLength(2048, { message: 'sheet_url is longer than 2,048 characters.' })
  @IsString({ message: 'sheet_url must be the address of a sheet of Google Sheets, or null.' })
  sheet_url?: string | null;

  /** Name of the tab; null takes the one that the address names, else the one whose header knows most columns. */
  @IsOptional()
  @IsPlainName()
  @MaxLength(200, { message: 'sheet_name is longer than 200 characters.' })
  @IsString({ message: 'sheet_name must be the name of a tab, or null.' })
  sheet_name?: string | null;

  /** Rule for the next import; what is published stays as it is. */
  @IsOptional()
  @IsIn(DEDUPE_RULES, { message: 'dedupe must be client_stage, link or none.' })
  dedupe?: DedupeRule;

  /**
   * Address of the person it is assigned to; null for nobody.
   *
   * @format email
   */
  @IsOptional()
  @Matches(/^[\x21-\x7e]*$/, { message: 'assigned_user has characters that are not accepted.' })
  @IsEmail({}, { message: 'assigned_user must be an address, such as ada@example.com, or null.' })
  @MaxLength(254, { message: 'assigned_user must be an address, such as ada@example.com, or null.' })
  assigned_user?: string | null;

  /**
   * Ids of the views that a master adds up; none are all the others. Unknown ids, its own and those of masters count
   * for nothing.
   */
  @MayBeLeftOut()
  @IsString({ each: true, message: 'aggregates_from must be ids of views.' })
  @ArrayMaxSize(MOST_NAMED, { message: `aggregates_from must be ids of views, ${MOST_NAMED} at most.` })
  @IsArray({ message: 'aggregates_from must be a list of ids of views.' })
  aggregates_from?: string[];
}

const NAME_RULE = `name must be the name of a view, with a letter or a digit, ${LONGEST_VIEW_NAME} characters at most.`;

const IsViewName = () => Matches(/[\p{L}\p{N}]/u, { message: NAME_RULE });

/** Body of `POST /views`. */
export class NewView extends ViewSettings {
  /** Its name: no other view has it, in whatever case or accents. */
  @IsPlainName()
  @MaxLength(LONGEST_VIEW_NAME, { message: NAME_RULE })
  @IsViewName()
  @IsString({ message: NAME_RULE })
  name!: string;

  /** Whether it adds other views up, and has no data of its own; false when left out. */
  @MayBeLeftOut()
  @IsBoolean({ message: 'is_master must be true or false.' })
  is_master?: boolean;
}

/** Body of `PATCH /views/{id}`: what is not named stays as it is. */
export class ChangeView extends ViewSettings {
  /** Another name: its records and who opens it follow. */
  @MayBeLeftOut()
  @IsPlainName()
  @MaxLength(LONGEST_VIEW_NAME, { message: NAME_RULE })
  @IsViewName()
  @IsString({ message: NAME_RULE })
  name?: string;

  /** True makes it what a viewer without views of their own opens, in place of the one before. */
  @MayBeLeftOut()
  @IsIn([true], { message: 'is_default can only be set to true: make another view the default instead.' })
  is_default?: true;
}

/** Body of `POST /archived-views/{id}/restore`. */
export class RestoreView {
  /** Another name, where somebody has taken its own meanwhile. */
  @MayBeLeftOut()
  @IsPlainName()
  @MaxLength(LONGEST_VIEW_NAME, { message: NAME_RULE })
  @IsViewName()
  @IsString({ message: NAME_RULE })
  name?: string;
}

/** A view that was deleted: nobody opens it, and everything of it is kept. */
export interface ArchivedView {
  /** Id that it had, and has again once it is restored. */
  id: string;
  /** Name that it had. */
  name: string;
  /** Whether it added other views up. */
  is_master: boolean;
  /** How many records are kept of it. */
  records_count: WholeNumber;
  /** When it was deleted. */
  archived_at: Instant;
  /** Who deleted it. */
  archived_by: Who;
  /** Whether it can be restored under its name: false where another view has it by now. */
  is_name_free: boolean;
}

/** Views that were deleted, the last one first. */
export type ArchivedViewPage = Page<ArchivedView>;

/** Who opens a view, for those who look after views. */
export interface ViewOpeners {
  /** Id of the view. */
  view_id: string;
  /** Whether it is a master that names no views, and so adds up all the others. */
  adds_up_all: boolean;
  /** People who open it, super admins among them. */
  people: WholeNumber;
  /** Those who open it because it is among their views, or because it is the default. */
  viewers: ViewOpener[];
}

/** Somebody who opens a view. */
export interface ViewOpener {
  /** Name to show. */
  name: string;
  /** Their address. */
  email: string;
}

/** Who opens which view. */
export type ViewOpenersPage = Page<ViewOpeners>;

/** The views a person can open. */
export type ViewPage = Page<View>;
