import type { Instant, Page } from './shared.js';
import type { DedupeRule } from './view.js';

/** Where a run stands. */
export type RunStatus =
  | 'queued'
  | 'running'
  | 'preview'
  | 'held'
  | 'published'
  | 'unchanged'
  | 'failed'
  | 'cancelled'
  | 'discarded';

/** What a running run is doing. */
export type RunPhase = 'waiting' | 'reading' | 'comparing' | 'storing' | 'publishing' | 'building' | 'done';

/** One attempt to bring a sheet into a view. */
export interface IngestionRun {
  id: string;
  view_id: string;
  status: RunStatus;
  mode: 'replace' | 'merge';
  source: RunSource;
  /** Address of the person, or the name of the job. */
  started_by: string;
  started_at: Instant;
  finished_at: Instant | null;
  /** Revision that the run published; null when it published none. */
  revision: number | null;
  progress: RunProgress;
  /** Why a run failed, or was discarded by the product, and what to do; null otherwise. */
  error: string | null;
  /** Address of who published or discarded it after it was held; null otherwise. */
  decided_by: string | null;
  decided_at: Instant | null;
  /** Null until the file was read. */
  report: RunReport | null;
}

/** Where the rows came from. */
export interface RunSource {
  type: 'csv' | 'google_sheets' | 'sample';
  /** Name of the file or of the sheet. */
  name: string;
  url: string | null;
  /** Bytes received. */
  size: number;
}

/** How far a run is. */
export interface RunProgress {
  phase: RunPhase;
  rows_read: number;
  /** 0 to 1, of the whole run. */
  fraction: number;
}

/** What a run found and did. Source: docs/domain.md, section 9. */
export interface RunReport {
  encoding: string;
  separator: string;
  dedupe: DedupeRule;
  /** Order in which dates were read, a date column each. */
  date_orders: Record<string, 'day_first' | 'month_first'>;
  unknown_columns: string[];
  /** Database names of the columns the sheet does not have. */
  missing_columns: string[];
  rows_read: number;
  /** rows_read - skipped - duplicates. */
  kept: number;
  /** Rows without a client. */
  skipped: number;
  /** Deal value of the skipped rows, currency. */
  skipped_value: number;
  /** Number of rows removed as duplicates; the list holds the first 1,000. */
  duplicates_count: number;
  /** Deal value of the rows removed as duplicates, currency. */
  duplicates_value: number;
  duplicates: DuplicateRow[];
  added: number;
  changed: number;
  removed: number;
  findings_count: number;
  /** The first 1,000 findings, in the order of the sheet. */
  findings: Finding[];
  /** What each dedupe rule would keep of this very sheet. */
  rules: RuleOutcome[];
  /** What has to be looked at before it is published; null when nothing has. It stays when somebody published it. */
  held: RunHold | null;
  /** True when the view held no data, or only sample records, before this run. */
  is_first: boolean;
  /** Milliseconds from the start of the run to its end. */
  duration_ms: number;
}

/** The question that a held run asks. */
export interface RunHold {
  /** Gravest first. */
  reasons: HoldReason[];
  /** Deals that were there when the file was compared with them; sample records are none. */
  live: number;
  /** Revision of the data that the file was compared with. */
  revision: number;
}

/** Why a run is held, with its numbers; what a reason does not carry is null, or empty. */
export interface HoldReason {
  code:
    | 'removes_deals'
    | 'no_deal_in_common'
    | 'column_lost'
    | 'column_missing'
    | 'quote_not_closed'
    | 'quoted_rows'
    | 'data_moved';
  /** For the person who decides. */
  message: string;
  /** Deals or cells it is about. */
  count: number | null;
  /** Deals that are there. */
  of: number | null;
  /** Database names of the columns that are missing. */
  columns: string[];
  /** Row of the first cell it is about; the first line of the sheet is 1. */
  row: number | null;
  /** Database name of that cell's column; null when it is none of ours. */
  column: string | null;
}

/** A row removed because another one is the same deal. */
export interface DuplicateRow {
  /** Row of the sheet; its first line is 1. */
  row: number;
  client: string;
  stage: string;
  /** Deal value, currency. */
  value: number;
}

/** Something in the sheet that the reader should know. */
export interface Finding {
  /** Row of the sheet, its first line is 1; null when it concerns the column. */
  row: number | null;
  /** Database name of the column, or the sheet's header when it matches none; null when it concerns the row. */
  column: string | null;
  code: string;
  message: string;
  /** The cell as it was written. */
  value: string | null;
}

/** What a dedupe rule makes of a sheet. */
export interface RuleOutcome {
  rule: DedupeRule;
  kept: number;
  duplicates: number;
  /** Deal value of the rows it removes, currency. */
  duplicates_value: number;
}

/** The runs of a view, newest first. */
export type IngestionRunPage = Page<IngestionRun>;

/** Answer of `DELETE /sample-data`. */
export interface SampleDataRemoved {
  /** Views that showed sample records and are empty now. */
  views: RemovedSample[];
}

/** A view whose sample records were removed. */
export interface RemovedSample {
  view_id: string;
  view_name: string;
  records_removed: number;
}
