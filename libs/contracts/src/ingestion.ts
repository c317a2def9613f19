import type { WholeNumber } from '@app/domain';
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
  /** Id of the run. */
  id: string;
  /** View it brings data into. */
  view_id: string;
  /** What became of it so far. */
  status: RunStatus;
  /** Whether the sheet replaces the data or is merged into it. */
  mode: 'replace' | 'merge';
  /** Where the sheet came from. */
  source: RunSource;
  /** Address of the person, or the name of the job. */
  started_by: string;
  /** When it was asked for. */
  started_at: Instant;
  /** When it ended; null before. */
  finished_at: Instant | null;
  /** Revision that the run published; null when it published none. */
  revision: WholeNumber | null;
  /** How far it is. */
  progress: RunProgress;
  /** Why a run failed, or was discarded by the product, and what to do; null otherwise. */
  error: string | null;
  /** Address of who published or discarded it after it was held; null otherwise. */
  decided_by: string | null;
  /** When that was; null while nobody decided. */
  decided_at: Instant | null;
  /** Null until the file was read. */
  report: RunReport | null;
}

/** Where the rows came from. */
export interface RunSource {
  /** Kind of source. */
  type: 'csv' | 'google_sheets' | 'sample';
  /** Name of the file or of the sheet. */
  name: string;
  /** Address of the sheet; null for a file. */
  url: string | null;
  /** Bytes received. */
  size: WholeNumber;
}

/** How far a run is. */
export interface RunProgress {
  /** What is being done. */
  phase: RunPhase;
  /** Rows read so far. */
  rows_read: WholeNumber;
  /** 0 to 1, of the whole run. */
  fraction: number;
}

/** What a run found and did. Source: docs/domain.md, section 9. */
export interface RunReport {
  /** Encoding the file was read in. */
  encoding: string;
  /** What separates its cells. */
  separator: string;
  /** Rule that says which rows are one deal. */
  dedupe: DedupeRule;
  /** Order in which dates were read, a date column each. */
  date_orders: Record<string, 'day_first' | 'month_first'>;
  /** Headers that are no column of the sheet. */
  unknown_columns: string[];
  /** Database names of the columns the sheet does not have. */
  missing_columns: string[];
  /** Rows below the header that hold something. */
  rows_read: WholeNumber;
  /** rows_read - skipped - duplicates. */
  kept: WholeNumber;
  /** Rows without a client. */
  skipped: WholeNumber;
  /** Deal value of the skipped rows, currency. */
  skipped_value: number;
  /** Number of rows removed as duplicates; the list holds the first 1,000. */
  duplicates_count: WholeNumber;
  /** Deal value of the rows removed as duplicates, currency. */
  duplicates_value: number;
  /** Rows removed as duplicates, the first 1,000. */
  duplicates: DuplicateRow[];
  /** Deals that were not there before. */
  added: WholeNumber;
  /** Deals with other values than before. */
  changed: WholeNumber;
  /** Deals that are there no more. */
  removed: WholeNumber;
  /** How many findings there are; the list holds the first 1,000. */
  findings_count: WholeNumber;
  /** The first 1,000 findings, in the order of the sheet. */
  findings: Finding[];
  /** What each dedupe rule would keep of this very sheet. */
  rules: RuleOutcome[];
  /** What has to be looked at before it is published; null when nothing has. It stays when somebody published it. */
  held: RunHold | null;
  /** True when the view held no data, or only sample records, before this run. */
  is_first: boolean;
  /** Milliseconds from the start of the run to its end. */
  duration_ms: WholeNumber;
}

/** The question that a held run asks. */
export interface RunHold {
  /** Gravest first. */
  reasons: HoldReason[];
  /** Deals that were there when the file was compared with them; sample records are none. */
  live: WholeNumber;
  /** Revision of the data that the file was compared with. */
  revision: WholeNumber;
}

/** Why a run is held, with its numbers; what a reason does not carry is null, or empty. */
export interface HoldReason {
  /** What is unusual about the upload. */
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
  count: WholeNumber | null;
  /** Deals that are there. */
  of: WholeNumber | null;
  /** Database names of the columns that are missing. */
  columns: string[];
  /** Row of the first cell it is about; the first line of the sheet is 1. */
  row: WholeNumber | null;
  /** Database name of that cell's column; null when it is none of ours. */
  column: string | null;
}

/** A row removed because another one is the same deal. */
export interface DuplicateRow {
  /** Row of the sheet; its first line is 1. */
  row: WholeNumber;
  /** Client of the row. */
  client: string;
  /** Stage of the row. */
  stage: string;
  /** Deal value, currency. */
  value: number;
}

/** Something in the sheet that the reader should know. */
export interface Finding {
  /** Row of the sheet, its first line is 1; null when it concerns the column. */
  row: WholeNumber | null;
  /** Database name of the column, or the sheet's header when it matches none; null when it concerns the row. */
  column: string | null;
  /** Kind of finding. */
  code: string;
  /** What is wrong and what to do, in a sentence. */
  message: string;
  /** The cell as it was written. */
  value: string | null;
}

/** What a dedupe rule makes of a sheet. */
export interface RuleOutcome {
  /** The rule. */
  rule: DedupeRule;
  /** Rows it would keep. */
  kept: WholeNumber;
  /** Rows it would remove as duplicates. */
  duplicates: WholeNumber;
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
  /** View that showed the sample. */
  view_id: string;
  /** Its name. */
  view_name: string;
  /** How many sample records it had. */
  records_removed: WholeNumber;
  /** Targets of the sample that went with them. */
  targets_removed: WholeNumber;
}
