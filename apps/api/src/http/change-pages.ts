import type { Page } from '@app/contracts';
import { applyDecorators } from '@nestjs/common';
import { ApiQuery } from '@nestjs/swagger';
import type { ChangeLog, ChangePlace, LoggedChange } from '../database/change-log.js';
import { fromCursor, toCursor } from './cursor.js';
import { badField } from './problem.js';
import type { QueryReader } from './query-reader.js';

/** Parameters of a history that is read page by page. */
export const CHANGE_PAGE_PARAMETERS = ['limit', 'cursor'];

/** Documents where a page begins. */
const CursorParameter = () =>
  ApiQuery({
    name: 'cursor',
    required: false,
    type: String,
    description: 'The next_cursor of the page before.',
  });

/** Documents them. */
export const ChangePageParameters = (what = 'Changes') =>
  applyDecorators(
    ApiQuery({
      name: 'limit',
      required: false,
      description: `${what} a page, 1 to 100.`,
      example: 20,
      schema: { type: 'integer', minimum: 1, maximum: 100, default: 20 },
    }),
    CursorParameter(),
  );

/** A page of a history, newest first; of everything without an owner. */
export async function changePage<
  Owner extends string,
  Change extends LoggedChange & Record<Owner, string>,
  Item,
>(
  log: ChangeLog<Owner, Change>,
  owner: string | null,
  read: QueryReader,
  toItem: (change: Change) => Item,
): Promise<Page<Item>> {
  const limit = read.number('limit', { min: 1, max: 100, default: 20 });
  const cursor = read.text('cursor');
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
    throw badField('cursor', 'cursor must be the next_cursor of the page before. Start again without it.');
  }
  return { at: date, id };
}
