import { fromCursor, toCursor } from '../http/cursor.js';
import { badField, conflict } from '../http/problem.js';
import { type QueryValues, text, wholeNumberIn } from '../http/query-parameters.js';

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

/** Pages of every list of records. */
export const PAGE = {
  limit: wholeNumberIn(
    { name: 'limit', description: 'Records a page, 1 to 500.', example: 50 },
    { min: 1, max: 500, default: 50 },
  ),
  cursor: text({
    name: 'cursor',
    description: 'The next_cursor of the page before. It is bound to the data of that page.',
  }),
};

/** Which page somebody asks for. */
export type PageQuery = QueryValues<typeof PAGE>;

/**
 * @throws ProblemException 400 for a cursor of another list, 409 when the data changed since the first page
 */
export function readPage({ limit, cursor }: PageQuery, identity: ListIdentity): Page {
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
