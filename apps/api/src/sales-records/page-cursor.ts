import { fromCursor, toCursor } from '../http/cursor.js';
import { badField, conflict } from '../http/problem.js';
import type { QueryReader } from '../http/query-reader.js';

/** Which page of which list. */
export interface Page extends ListIdentity {
  readonly offset: number;
  readonly limit: number;
}

/** What a cursor is bound to. */
export interface ListIdentity {
  /** Key of the data the list is made of. */
  readonly data: string;
  /** Key of what is asked of it. */
  readonly question: string;
}

/** Parameters of every list of records. */
export const PAGE_PARAMETERS = ['limit', 'cursor'];

/**
 * @throws ProblemException 400 for a cursor of another list, 409 when the data changed since the first page
 */
export function readPage(read: QueryReader, identity: ListIdentity): Page {
  const limit = read.number('limit', { min: 1, max: 500, default: 50 });
  const cursor = read.text('cursor');
  if (cursor === null) return { ...identity, offset: 0, limit };
  const { offset, data, question } = fromCursor(cursor);
  if (question !== identity.question || !isOffset(offset)) {
    throw badField(
      'cursor',
      'cursor belongs to another list: change nothing but the cursor between two pages.',
    );
  }
  if (data !== identity.data) {
    throw conflict('The data changed since the first page: start again without cursor.', {
      errors: [{ field: 'cursor', message: 'cursor belongs to data that was replaced.' }],
    });
  }
  return { ...identity, offset, limit };
}

/** Cursor of the page after a page; null after the last one. */
export function nextCursor({ offset, limit, data, question }: Page, total: number): string | null {
  const next = offset + limit;
  return next < total ? toCursor({ offset: next, data, question }) : null;
}

const isOffset = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;
