import type { QueryValues } from '../http/query-parameters.js';
import { RECORDS_QUESTION, SORT } from '../questions/question-parameters.js';

/** What is asked of the deals of a column, beside their pages. */
export const COLUMN_RECORDS = { ...RECORDS_QUESTION, sort: SORT };

export type ColumnRecordsArguments = QueryValues<typeof COLUMN_RECORDS>;
