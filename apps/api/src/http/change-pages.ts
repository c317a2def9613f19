import type { Page } from '@app/contracts';
import type { ChangeLog, ChangePlace, LoggedChange } from '../database/change-log.js';
import { foreignCursor, fromCursor, toCursor, type WantedPage } from './cursor.js';
import { text, wholeNumberIn } from './query-parameters.js';

/** Pages of a history. */
export const changePages = (what = 'Changes') => ({
  limit: wholeNumberIn(
    { name: 'limit', description: `${what} a page, 1 to 100.`, example: 20 },
    { min: 1, max: 100, default: 20 },
  ),
  cursor: text({ name: 'cursor', description: 'The next_cursor of the page before.' }),
});

/** A page of a history, newest first; of everything without an owner. */
export async function changePage<
  Owner extends string,
  Change extends LoggedChange & Record<Owner, string>,
  Item,
>(
  log: ChangeLog<Owner, Change>,
  owner: string | null,
  { limit, cursor }: WantedPage,
  toItem: (change: Change) => Item,
): Promise<Page<Item>> {
  const found = await log.page(owner, cursor === null ? null : placeOf(cursor), limit + 1);
  const items = found.slice(0, limit);
  const last = found.length > limit ? items.at(-1) : undefined;
  return {
    items: items.map(toItem),
    next_cursor: last ? toCursor({ at: last.at.toISOString(), id: last.id }) : null,
    total: await log.count(owner),
  };
}

function placeOf(cursor: string): ChangePlace {
  const { at, id } = fromCursor(cursor);
  const date = new Date(String(at));
  if (typeof id !== 'string' || Number.isNaN(date.getTime())) {
    throw foreignCursor();
  }
  return { at: date, id };
}
