import type { DedupeRule, RunProgress, RunReport } from '@app/contracts';

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
  readonly dateOrder: 'day_first' | 'month_first';
  readonly dedupe: DedupeRule;
  /** True when the view held no data, or only sample records. */
  readonly isFirst: boolean;
  /** False where even the same deals make a revision: sample records become somebody's own, or go. */
  readonly mayEndUnchanged: boolean;
  readonly uri: string;
  readonly dbName: string;
}

/** How reading, comparing and storing went. Durations in the reports are the worker's. */
export type IngestOutcome =
  | { readonly kind: 'failed'; readonly error: string; readonly report: RunReport | null }
  | { readonly kind: 'unchanged'; readonly report: RunReport }
  | { readonly kind: 'staged'; readonly report: RunReport; readonly uuid: string; readonly count: number };

/** What the worker says while it works, and last. */
export type WorkerMessage =
  | { readonly type: 'progress'; readonly progress: RunProgress }
  | { readonly type: 'done'; readonly outcome: IngestOutcome };
