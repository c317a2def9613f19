import { IsBoolean, IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import type {
  DateOrder,
  DealField,
  DoubtfulMatch,
  DuplicateRow,
  HeadlineMetric,
  HoldReason,
  ImportFinding,
  RowDifference,
  SeparatorName,
  SheetReport,
  StageChange,
  SingleByteEncoding,
  WholeNumber,
} from '@app/domain';
import type { DealFieldChange } from './deal-change.js';
import { ChooseReading, IsPlainName } from './reading.js';
import type { Instant, Page, Who } from './shared.js';

/** State of a run. */
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

/** What a running run is doing; `waiting_for_room`: the disk of the database is full. */
export type RunPhase =
  | 'waiting'
  | 'waiting_for_room'
  | 'fetching'
  | 'reading'
  | 'comparing'
  | 'storing'
  | 'publishing'
  | 'building'
  | 'done';

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
  /** Whether it was started to show what it would change, and published nothing by itself. */
  dry_run: boolean;
  /** How it was told to read its file. */
  reading: RunReading;
  /** Whether its file is still there: it can be read again or published. */
  file_kept: boolean;
  /** Whether its changes and the whole lists of its report are still kept; they go some time after it ended. */
  history_kept: boolean;
  /** What it goes back to; null for a run that brings data in. */
  rollback: RunRollback | null;
  /** Where the sheet came from. */
  source: RunSource;
  /** Who asked for it. */
  started_by: Who;
  /** When it was asked for. */
  started_at: Instant;
  /** When it ended; null before. */
  finished_at: Instant | null;
  /** Revision that the run published; null when it published none. */
  revision: WholeNumber | null;
  /** How far it is. */
  progress: RunProgress;
  /** Why a run failed, or was discarded or cancelled by the product, and what to do; null otherwise. */
  error: string | null;
  /** Who published or discarded it after it was a preview, or held, or cancelled it; null otherwise. */
  decided_by: Who | null;
  /** When that was; null while nobody decided. */
  decided_at: Instant | null;
  /** Null until the file was read. */
  report: RunReport | null;
}

/** How a run was told to read its file; each null where nobody said. */
export interface RunReading {
  /** Encoding of the file. */
  encoding: SingleByteEncoding | null;
  /** What separates its cells. */
  separator: SeparatorName | null;
  /** Row of its header; the first line of the sheet is 1. */
  header_row: WholeNumber | null;
  /** Order of day and month in its dates. */
  date_order: DateOrder | null;
  /** Name of the workbook's sheet. */
  sheet: string | null;
  /** Which column each header is, as it is written: a database name, or null for none of ours. */
  columns: Record<string, DealField | null> | null;
}

/** An earlier run whose data a run brings back. */
export interface RunRollback {
  /** Id of that run. */
  run: string;
  /** Revision that it published. */
  revision: WholeNumber;
}

/** Where the rows came from. */
export interface RunSource {
  /** Kind of source. */
  type: 'csv' | 'xlsx' | 'google_sheets' | 'sample' | 'rollback';
  /** Name of the file or of the sheet. */
  name: string;
  /** Address of the sheet; null for a file. */
  url: string | null;
  /** Bytes received. */
  size: WholeNumber;
}

/** Body of `POST /views/{id}/ingestions` for a sheet of Google Sheets. */
export class SheetToImport extends ChooseReading {
  /**
   * Address of the sheet, as it is copied from the browser: https://docs.google.com/spreadsheets/d/…
   *
   * @example "https://docs.google.com/spreadsheets/d/1AbCdEfGhIjKlMnOpQrStUvWxYz0123456789/edit#gid=0"
   */
  @MaxLength(2048, { message: 'sheet_url is longer than 2,048 characters.' })
  @IsString({ message: 'sheet_url must be the address of a sheet of Google Sheets.' })
  sheet_url!: string;

  /** Name of the tab. Without it the tab whose number the address has, else the one whose header knows most columns. */
  @IsOptional()
  @IsPlainName()
  @MaxLength(200, { message: 'sheet_name is longer than 200 characters.' })
  @IsString({ message: 'sheet_name must be the name of a tab.' })
  sheet_name?: string | null;

  /** As the parameter of the same name. */
  @IsOptional()
  @IsIn(['replace', 'merge'], { message: 'mode must be replace or merge.' })
  mode?: 'replace' | 'merge';

  /** As the parameter of the same name. */
  @IsOptional()
  @IsBoolean({ message: 'dry_run must be true or false.' })
  dry_run?: boolean;
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

/** What a run found and did, without the lists. */
export interface RunReportSummary extends Omit<SheetReport, ReportList> {
  /** Sheet of the workbook that was read; null for a CSV. */
  sheet_name: string | null;
  /** Sheets of the workbook, in its order; none for a CSV. */
  sheet_names: string[];
  /** Number of rows removed as duplicates. */
  duplicates_count: WholeNumber;
  /** Deals that were not there before. */
  added: WholeNumber;
  /** Deals with other values than before. */
  changed: WholeNumber;
  /** Deals that are there no more. */
  removed: WholeNumber;
  /** How many findings there are. */
  findings_count: WholeNumber;
  /** How many rows were taken for a deal by their client alone, or as one of several with the same client and stage. */
  doubtful_matches_count: WholeNumber;
  /** Revision of the data that the file was compared with; null when it was compared with none. */
  compared_revision: WholeNumber | null;
  /** What it does to the numbers that people look at first; none where it was compared with nothing. */
  headline: HeadlineMetric[];
  /** Deals and their value by stage, before and afterwards. */
  stages: StageChange[];
  /** What has to be looked at before it is published; null when nothing has. It stays after somebody published it. */
  held: RunHold | null;
  /** True when the view held no data, or only sample records, before this run. */
  is_first: boolean;
  /** Milliseconds from the start of the run to its end. */
  duration_ms: WholeNumber;
}

/** What only the report of a single run has. */
type ReportList = 'findings' | 'duplicates' | 'unknown_columns' | 'proposals' | 'first_rows';

/** What a run found and did. Source: docs/domain.md, section 9. */
export interface RunReport
  extends RunReportSummary, Pick<SheetReport, 'unknown_columns' | 'proposals' | 'first_rows'> {
  /** Rows removed as duplicates, the first 1,000. */
  duplicates: RunDuplicate[];
  /** The first 1,000 findings, in the order of the sheet. */
  findings: RunFinding[];
}

/** Something in the sheet of a run that its owner should know. */
export interface RunFinding extends ImportFinding {
  /** Client of its row; null without one, and where it concerns no row. */
  client: string | null;
  /** Id of the deal that its row is, as it is published; null when the row is no deal of its own. */
  deal_id: string | null;
  /** Deal value of its row, currency; null without one, and where it concerns no row. */
  deal_value: number | null;
}

/** A row that a run removed because another one is the same deal. */
export interface RunDuplicate extends Omit<DuplicateRow, 'kept_row'> {
  /** Row that stays for the deal, into which this one was merged; null in runs of earlier versions. */
  kept_row: WholeNumber | null;
  /** Id of that deal, as it is published; null while nothing was compared, and in runs of earlier versions. */
  deal_id: string | null;
  /**
   * In what it differs from the row that stays, of each text its first 80 characters; null while nothing was compared,
   * and in runs of earlier versions.
   */
  differences: RowDifference[] | null;
}

/** Why a run is held. */
export interface RunHold {
  /** Gravest first. */
  reasons: HoldReason[];
  /** Deals that were there when the file was compared with them; sample records are none. */
  live: WholeNumber;
  /** Revision of the data that the file was compared with. */
  revision: WholeNumber;
}

/** A run as lists have it: the run itself has the lists of its report too. */
export interface IngestionRunSummary extends Omit<IngestionRun, 'report'> {
  /** Null until the file was read. */
  report: RunReportSummary | null;
}

/** The runs of a view, newest first. */
export type IngestionRunPage = Page<IngestionRunSummary>;

/** Findings of a run, in the order of the sheet. */
export type ImportFindingPage = Page<RunFinding>;

/** Rows that a run removed as duplicates, in the order of the sheet. */
export type DuplicateRowPage = Page<RunDuplicate>;

/** Rows of which another deal may be meant than the one they were taken for, in the order of the sheet. */
export type DoubtfulMatchPage = Page<DoubtfulMatch>;

/** What a run does to a deal. */
export type DealChangeKind = 'added' | 'changed' | 'removed';

/** A deal that a run adds, changes or removes. */
export interface RunChange {
  /** Id of the deal; of one that is added, the id that it is published with. */
  deal_id: string;
  /** What becomes of it. */
  kind: DealChangeKind;
  /** Its client: as it is afterwards, or was before it was removed, like its stage and value. */
  client: string;
  /** Its stage. */
  stage: string;
  /** Its deal value, currency; null without one. */
  value: number | null;
  /** What changes in it; null for one that is added or removed. */
  fields: DealFieldChange[] | null;
}

/** What a run changes: added, then changed, then removed deals. */
export type RunChangePage = Page<RunChange>;

/** Answer of `DELETE /sample-data`. */
export interface SampleDataRemoved {
  /** Views that showed sample records and are empty now. */
  views: RemovedSample[];
}

/** Answer of `POST /sample-data/restore`. */
export interface SampleDataRestored {
  /** Views that show the sample again. */
  views: RestoredSample[];
}

/** A view whose sample is there again. */
export interface RestoredSample {
  /** View that shows the sample. */
  view_id: string;
  /** Its name. */
  view_name: string;
  /** How many sample records it has. */
  records_restored: WholeNumber;
  /** Targets of the sample that it has. */
  targets_restored: WholeNumber;
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
