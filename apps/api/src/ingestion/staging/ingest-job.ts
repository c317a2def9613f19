import type { MongoClientOptions } from 'mongodb';
import type { DedupeRule, IngestionRun, RunProgress, RunReport } from '@app/contracts';
import type {
  DateColumn,
  DateOrder,
  DealField,
  GateLimits,
  headline,
  SheetChoices,
  SheetReport,
} from '@app/domain';
import type { StagedRecords, StagedRecordsBuilder } from '../../datasets/staged-records.js';
import type { Shown } from './shown.js';

/** What the worker is asked to do; crosses the thread as plain data. */
export interface IngestJob {
  readonly runId: string;
  readonly viewId: string;
  /** Collection of the view's records. */
  readonly collection: string;
  readonly staging: string;
  /** Revision it will be when it is published. */
  readonly revision: number;
  /** Spool file with the sheet; null publishes an empty dataset. */
  readonly path: string | null;
  /** Sheet of a workbook; null where nobody said which. */
  readonly sheetName: string | null;
  /** The revision whose dataset is brought back instead of a sheet; null for an import. */
  readonly rollback: RollbackTarget | null;
  /** Order of day and month where neither the sheet nor the last import settles it. */
  readonly dateOrder: DateOrder;
  /** The order in which the view's last published import read each date column it had. */
  readonly lastDateOrders: Partial<Record<DateColumn, DateOrder>>;
  /** Those of them that it read in no order. */
  readonly lastUnorderedDates: readonly DateColumn[];
  /** How people said that the file is written. */
  readonly choices: SheetChoices;
  /** By what numbers before and afterwards are told. */
  readonly clock: Parameters<typeof headline>[2];
  /** Code of the installation's currency. */
  readonly currency: string;
  /** Rows that a sheet may have. */
  readonly rowLimit: number;
  readonly dedupe: DedupeRule;
  /** Whether the sheet replaces the data or is merged into it. */
  readonly mode: IngestionRun['mode'];
  /** True where it only shows what it would change. */
  readonly isPreview: boolean;
  /** True when the view held no data, or only sample records. */
  readonly isFirst: boolean;
  /** False where even equal deals make a revision: sample records are replaced by real ones, or removed. */
  readonly mayEndUnchanged: boolean;
  /** What decides whether the run is held; null where nobody uploads: the sample is loaded or removed. */
  readonly gate: IngestGate | null;
  /** Set when the file is the one that the data came from. */
  readonly same: SameSource | null;
  readonly uri: string;
  /** How the worker's own client speaks to the database. */
  readonly clientOptions: MongoClientOptions;
  readonly dbName: string;
}

/** An earlier revision, and what its report says that the next import asks about. */
export interface RollbackTarget extends Pick<
  SheetReport,
  'date_orders' | 'unordered_dates' | 'amount_separators' | 'missing_columns'
> {
  readonly revision: number;
  /** Null where the revision is of a version that made none: then it cannot be rebuilt. */
  readonly digest: string | null;
}

/** The file that a view's data came from. */
export interface SameSource {
  /** What the import says that read it last. */
  readonly report: RunReport;
  /** Of the dataset that it made: while the data has it, nothing has changed. */
  readonly digest: string;
}

/** What the worker cannot find out by itself about the question whether to publish. */
export interface IngestGate {
  readonly limits: GateLimits;
  /** Columns of the sheet that was published last; null when nobody knows. */
  readonly lastColumns: readonly DealField[] | null;
  /** How the amounts of the sheet that was published last are written. */
  readonly lastSeparators: SheetReport['amount_separators'];
  /** Set once somebody said to publish, with what they saw before; null the first time. */
  readonly answered: { readonly shown: Shown | null } | null;
}

/** How reading, comparing and storing went. Durations in the reports are the worker's. */
export type IngestOutcome = OutcomeWith<StagedRecords>;

/** The same, before its records are complete. */
export type Ingested = OutcomeWith<StagedRecordsBuilder>;

type OutcomeWith<Records> =
  | {
      readonly kind: 'failed';
      readonly error: string;
      readonly report: RunReport | null;
      /** Whether the file was kept: told how it is written, it may be read. */
      readonly isKept: boolean;
      /** What the database refuses by, for the log; null where the file is to blame. */
      readonly rule: string | null;
    }
  | { readonly kind: 'unchanged'; readonly report: RunReport }
  | { readonly kind: 'preview' | 'held'; readonly report: RunReport; readonly shown: Shown }
  | {
      readonly kind: 'staged';
      readonly report: RunReport;
      readonly uuid: string;
      readonly count: number;
      /** Digest of the dataset, by which a rebuilt one is known to be the same. */
      readonly digest: string;
      /** What the staging collection holds; null where it has to be read. */
      readonly records: Records | null;
    };

/** What the worker says while it works, and last. */
export type WorkerMessage =
  | { readonly type: 'progress'; readonly progress: RunProgress }
  | {
      readonly type: 'done';
      readonly outcome: IngestOutcome;
      /** Whether the thread has little in its memory, and may carry out another run. */
      readonly isLight: boolean;
    };
