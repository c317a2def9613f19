import type { StoredView } from '../views/stored-view.js';
import type { WantedSheet } from './sources/sheet-fetcher.service.js';
import type { RunDocument } from './runs/run-document.js';

/** A run that waits for its turn. */
export interface QueuedRun {
  readonly run: RunDocument;
  readonly view: StoredView;
  /** Spool file with the sheet; null publishes an empty dataset. */
  readonly path: string | null;
  /** Sheet that has to be fetched into that file first; null where it is there. */
  readonly wanted?: WantedSheet | null;
}
