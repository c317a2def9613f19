import type { StoredView } from '../views/stored-view.js';
import type { ViewMetadata } from './metadata-document.js';
import { asPublished } from './view-metadata.js';

/** What identifies the data of a view at a moment, without reading its records. */
export interface DatasetState {
  readonly revision: number;
  /** Where the records are: while a view is being moved, another name than it says. Null where there are none. */
  readonly collection: string | null;
  /** Hex; null while the view has no collection. */
  readonly uuid: string | null;
  readonly count: number;
  readonly lastUpdate: Date | null;
  readonly sourceType: string | null;
  readonly sample: boolean;
  /**
   * Changes with the data, and not with where they lie. Other software rewrites a collection without a revision of ours:
   * it shows in the UUID, the number of documents or the time of its own metadata.
   */
  readonly fingerprint: string;
}

/** The live collection of a view: null while there is none. */
export type Live = { readonly name: string; readonly uuid: string; readonly count: number } | null;

/** The state of a view's data. A publish whose rename has happened counts as done, whatever the metadata still says. */
export function stateOf(view: StoredView, metadata: ViewMetadata, live: Live): DatasetState {
  const { publishing } = metadata;
  const isRenamed = publishing !== null && live?.uuid === publishing.staging_uuid;
  const { revision, lastUpdate, sourceType, sample } = isRenamed
    ? asPublished(metadata, publishing)
    : metadata;
  const count = live?.count ?? 0;
  const uuid = live?.uuid ?? null;
  const collection = live?.name ?? null;
  const identity = [view.id, revision, uuid, count, lastUpdate?.getTime()];
  return {
    revision,
    collection,
    uuid,
    count,
    lastUpdate,
    sourceType,
    sample,
    fingerprint: identity.join('|'),
  };
}
