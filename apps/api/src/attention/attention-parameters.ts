import type { QueryValues } from '../http/query-parameters.js';
import { RECORDS_QUESTION, SORT } from '../questions/question-parameters.js';
import { PAGE } from '../sales-records/record-parameters.js';

/** What is asked of the records of a finding, beside their pages. */
export const FINDING_RECORDS = { ...RECORDS_QUESTION, sort: SORT };

export type FindingRecordsArguments = QueryValues<typeof FINDING_RECORDS>;

/** What is asked of a page of what there is to do. */
export const TODAY = { ...RECORDS_QUESTION, ...PAGE };

export type TodayArguments = QueryValues<typeof TODAY>;
