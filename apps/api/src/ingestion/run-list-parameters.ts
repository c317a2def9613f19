import { DEAL_FIELDS, IMPORT_FINDING_CODES } from '@app/domain';
import { changePages } from '../http/change-pages.js';
import { foreignCursor, fromCursor } from '../http/cursor.js';
import { oneOf, type QueryValues, someOf, text, wholeNumberIn } from '../http/query-parameters.js';
import { RUN_STATUSES } from './runs/run-words.js';

/** Which runs of a view are asked for. */
export const RUN_PAGES = {
  statuses: someOf(
    {
      name: 'status',
      description: 'Runs that are this. Repeat for several; all of them unless given.',
      example: ['preview', 'held'],
    },
    RUN_STATUSES,
  ),
  ...changePages('Runs'),
};

export type WantedRuns = QueryValues<typeof RUN_PAGES>;

/** Which findings of a report are asked for. */
export const FINDING_FILTER = {
  code: oneOf(
    { name: 'code', description: 'Findings of this kind.', example: 'unreadable_date' },
    IMPORT_FINDING_CODES,
  ),
  column: oneOf(
    { name: 'column', description: 'Findings in this column, by its database name.', example: 'poa_date' },
    DEAL_FIELDS,
  ),
};

export type FindingFilter = QueryValues<typeof FINDING_FILTER>;

/** Which changes of a run are asked for. */
export const CHANGE_FILTER = {
  kind: oneOf({ name: 'kind', description: 'Deals of which this becomes.', example: 'changed' }, [
    'added',
    'changed',
    'removed',
  ]),
};

export type ChangeFilter = QueryValues<typeof CHANGE_FILTER>;

/** Pages of a list of a report. */
export const ENTRY_PAGES = {
  limit: wholeNumberIn(
    { name: 'limit', description: 'Entries a page, 1 to 1000.', example: 100 },
    { min: 1, max: 1_000, default: 100 },
  ),
  cursor: text({ name: 'cursor', description: 'The next_cursor of the page before.' }),
};

export const FINDING_PAGES = { ...FINDING_FILTER, ...ENTRY_PAGES };
export const CHANGE_PAGES = { ...CHANGE_FILTER, ...ENTRY_PAGES };

/** A cursor of a report's lists is the place of the next entry in the whole list. */
export function placeOf(cursor: string): number {
  const { place } = fromCursor(cursor);
  if (typeof place !== 'number' || !Number.isSafeInteger(place) || place < 0) throw foreignCursor();
  return place;
}
