import type { RecordSet } from '@app/domain';
import type { StoredView } from '../views/stored-view.js';
import type { DatasetState } from './dataset-state.js';
import type { RecordRefs } from './record-refs.js';

/** The records of one view and revision, ready to be asked. */
export interface Dataset {
  readonly view: StoredView;
  readonly state: DatasetState;
  readonly set: RecordSet;
  /** `_id` by position of the set. */
  readonly refs: RecordRefs;
  /** The server hands the records out in their order, so that all of them can be read in one pass. */
  readonly isHandedInOrder: boolean;
}

/** Revision of what is shown: a view's own, or those of a master's views joined, in their order. */
export function revisionOf(view: StoredView, datasets: readonly Dataset[]): number | string {
  const revisions = datasets.map(({ state }) => state.revision);
  return view.isMaster ? revisions.join('-') : (revisions[0] ?? 0);
}

/** When the data was last read: of a master, the oldest of its loaded views; null when nothing is loaded. */
export function lastUpdateOf(datasets: readonly Dataset[]): string | null {
  const times = datasets
    .filter(({ set }) => set.size > 0)
    .map(({ state }) => state.lastUpdate?.getTime() ?? null);
  const loaded = times.filter((time) => time !== null);
  return loaded.length > 0 ? new Date(Math.min(...loaded)).toISOString() : null;
}
