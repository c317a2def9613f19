import { type QueryValues, text, wholeNumberIn } from '../http/query-parameters.js';
import { AS_OF, PERIOD, RECORDS_QUESTION, SORT } from '../questions/question-parameters.js';
import { DEAL_CARD } from './sales-records.examples.js';

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

/** What is asked of the list of a view, beside its pages. */
export const RECORDS = {
  search: text({ name: 'q', description: 'Part of the name of the client.', example: 'acme' }),
  sort: SORT,
  ...RECORDS_QUESTION,
};

/** What is asked of the deals that went. */
export const REMOVED = { search: RECORDS.search, asOf: AS_OF };

export type RemovedDealsArguments = QueryValues<typeof REMOVED>;

export type RecordsArguments = QueryValues<typeof RECORDS>;

/** What is asked of a deal. */
export const CARD = {
  period: PERIOD,
  asOf: AS_OF,
  source: text({
    name: 'source',
    description: 'Id of the view that the deal comes from, on a view that adds others up.',
    example: DEAL_CARD.deal.view_id,
  }),
};

export type CardArguments = QueryValues<typeof CARD>;
