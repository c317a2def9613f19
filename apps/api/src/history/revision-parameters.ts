import { type QueryValues, wholeNumberIn } from '../http/query-parameters.js';
import { CHANGE_PAGES } from '../ingestion/run-list-parameters.js';

const MAX = Number.MAX_SAFE_INTEGER;

/** Which two revisions are compared, and which of their differences are asked for. */
export const REVISIONS = {
  from: wholeNumberIn(
    { name: 'from_revision', description: 'The earlier revision; 0 is before the first.', example: 3 },
    { min: 0, max: MAX, default: 0 },
  ),
  to: wholeNumberIn(
    { name: 'to_revision', description: 'The later revision; 0 is the one that is shown.', example: 5 },
    { min: 0, max: MAX, default: 0 },
  ),
  ...CHANGE_PAGES,
};

export type RevisionsArguments = QueryValues<typeof REVISIONS>;
