import { mongo } from 'mongoose';
import { compareIds } from './stored-order.js';

interface Dated {
  _id?: unknown;
  created_at?: unknown;
}

/**
 * Newest first, by `created_at`, then by the whole `_id`, whatever order the server hands them out in: where the
 * contract allows one document, it is the first.
 */
export const newestFirst = <Document extends Dated>(documents: readonly Document[]): Document[] =>
  documents.toReversed().toSorted((a, b) => bornAt(b) - bornAt(a) || compareIds(b._id, a._id));

/** Keeps the first document of each key. */
export function firstOfEach<Document>(
  documents: readonly Document[],
  key: (document: Document) => unknown,
): Document[] {
  const seen = new Set<unknown>();
  return documents.filter((document) => {
    const isNew = !seen.has(key(document));
    seen.add(key(document));
    return isNew;
  });
}

const bornAt = (document: Dated): number => dateOf(document.created_at)?.getTime() ?? idTime(document);

const idTime = ({ _id }: Dated): number => (_id instanceof mongo.ObjectId ? _id.getTimestamp().getTime() : 0);

/** A stored instant, whether it is a BSON date or ISO text; null when it is neither. */
export function dateOf(value: unknown): Date | null {
  const date = value instanceof Date ? value : typeof value === 'string' ? new Date(value) : null;
  return date !== null && Number.isFinite(date.getTime()) ? date : null;
}
