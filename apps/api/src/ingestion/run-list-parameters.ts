import { DEAL_FIELDS, IMPORT_FINDING_CODES } from '@app/domain';
import { oneOf, type QueryValues, text, wholeNumberIn } from '../http/query-parameters.js';

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

/** Pages of a list of a report. */
export const ENTRY_PAGES = {
  limit: wholeNumberIn(
    { name: 'limit', description: 'Entries a page, 1 to 1000.', example: 100 },
    { min: 1, max: 1_000, default: 100 },
  ),
  cursor: text({ name: 'cursor', description: 'The next_cursor of the page before.' }),
};

export const FINDING_PAGES = { ...FINDING_FILTER, ...ENTRY_PAGES };
