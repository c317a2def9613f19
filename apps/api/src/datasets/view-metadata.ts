import { dateOf, newestFirst } from '../database/newest-document.js';
import type { StoredView } from '../views/stored-view.js';
import type { MetadataDocument, Publishing, ViewMetadata } from './metadata-document.js';

/** Before views had collections of their own there was this one: a document that names nothing describes it. */
const FIRST_COLLECTION = 'sales_records';

/**
 * What the metadata says of a view. Two documents may describe it: the one updated last wins, but a revision never
 * goes back and a publish under way is never overlooked because other software wrote a document of its own.
 */
export function metadataOf(view: StoredView, all: readonly MetadataDocument[]): ViewMetadata {
  const mine = byLastUpdate(all.filter((document) => describes(document, view)));
  const newest = mine[0];
  const revised = mine.toSorted((a, b) => (b.revision ?? 0) - (a.revision ?? 0))[0];
  return {
    documentId: (revised?.revision ? revised : newest)?._id ?? null,
    revision: revised?.revision ?? 0,
    runId: revised?.run_id ?? null,
    recordsCount: newest?.records_count ?? 0,
    lastUpdate: dateOf(newest?.last_update),
    sourceType: newest?.source_type ?? null,
    sample: newest?.sample ?? false,
    publishing: mine.find((document) => document.publishing)?.publishing ?? null,
  };
}

/** The metadata as it will stand once a publish that already renamed its collection is finished. */
export function asPublished(metadata: ViewMetadata, publishing: Publishing): ViewMetadata {
  return {
    documentId: metadata.documentId,
    revision: publishing.revision,
    runId: publishing.run_id,
    recordsCount: publishing.records_count,
    lastUpdate: publishing.last_update,
    sourceType: publishing.source_type,
    sample: publishing.sample,
    publishing,
  };
}

/** Whether a document is about a view: by its id, its name, or the collection of its records. */
export function describes(document: MetadataDocument, view: StoredView): boolean {
  if (view.collection === null) return false;
  if (document.view_id) return document.view_id === view.id || document.view_id === view.name.toLowerCase();
  return (document.collection ?? FIRST_COLLECTION) === view.collection;
}

const byLastUpdate = (documents: readonly MetadataDocument[]): MetadataDocument[] =>
  newestFirst(documents).toSorted((a, b) => time(b.last_update) - time(a.last_update));

const time = (value: unknown): number => dateOf(value)?.getTime() ?? 0;
