import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { DEDUPE_RULES, type DedupeRule, type WholeNumber } from '@app/domain';
import type { ViewRight } from './access-rules.js';
import { IsPlainName } from './reading.js';
import type { Instant, Page } from './shared.js';

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
  /** Address of the person it is assigned to. */
  assigned_user: string | null;
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

/** Body of `PATCH /views/{id}`: what is not named stays as it is. */
export class ChangeView {
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
}

/** The views a person can open. */
export type ViewPage = Page<View>;
