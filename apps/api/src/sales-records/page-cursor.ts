import { fromCursor, toCursor, type WantedPage } from '../http/cursor.js';
import { Refusal, refusedField } from '../refusals/refusal.js';

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

/** @throws Refusal for a cursor of another list, and when the data changed since the first page */
export function readPage({ limit, cursor }: WantedPage, identity: ListIdentity): Page {
  if (cursor === null) return { ...identity, offset: 0, limit };
  const { offset, data, question } = fromCursor(cursor);
  if (question !== identity.question || !isOffset(offset)) {
    throw refusedField(
      'cursor',
      'cursor belongs to another list: change nothing but the cursor between two pages.',
    );
  }
  if (data !== identity.data) {
    throw new Refusal('conflict', 'The data changed since the first page: start again without cursor.', [
      { field: 'cursor', message: 'cursor belongs to data that was replaced.' },
    ]);
  }
  return { ...identity, offset, limit };
}

/** Cursor of the page after a page; null after the last one. */
export function nextCursor({ offset, limit, data, question }: Page, total: number): string | null {
  const next = offset + limit;
  return next < total ? toCursor({ offset: next, data, question }) : null;
}

const isOffset = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;
