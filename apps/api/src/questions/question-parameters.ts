import {
  type Day,
  FILTER_FIELDS,
  type FilterField,
  type Filters,
  InvalidPeriodError,
  period,
  type Period,
  type Question,
  type RevenueSpan,
  type Sort,
  SORT_FIELDS,
  type WeightTable,
} from '@app/domain';
import { date, type Parameter, parameter, type QueryValues, requiredDate } from '../http/query-parameters.js';
import { refusedField } from '../refusals/refusal.js';

const FROM = requiredDate({ name: 'from', description: 'First day of the period.', example: '2026-07-01' });
const TO = requiredDate({ name: 'to', description: 'Last day of the period.', example: '2026-12-31' });

/** The period that is asked about. */
export const PERIOD: Parameter<Period> = {
  documents: [...FROM.documents, ...TO.documents],
  read: (read) => {
    const [from, to] = [FROM.read(read), TO.read(read)];
    try {
      return period(from, to);
    } catch (error) {
      throw error instanceof InvalidPeriodError ? refusedField('from', error.message) : error;
    }
  },
};

/** The as-of date. */
export const AS_OF = date({
  name: 'as_of',
  description: 'The day that counts as today; default: the calendar date of the installation.',
});

const FILTERED_BY: Record<FilterField, { what: string; example: string }> = {
  owner: { what: 'Account executive', example: 'Jane Smith' },
  bdr: { what: 'BDR', example: 'John Doe' },
  source_group: { what: 'Source group', example: 'inbound' },
  stage: { what: 'Stage; `other` for unknown ones', example: 'C Proposal sent' },
  product: { what: 'Product', example: 'Enterprise Plan' },
  relevance: { what: 'Relevance; `other` for unknown ones', example: 'Relevant' },
  type_of_deal: { what: 'Type of deal; `other` for unknown ones', example: 'New Business' },
};

/** The record filters: repeated parameters, each value one that counts; an empty one is "unassigned". */
const FILTERS: Parameter<Filters> = {
  documents: FILTER_FIELDS.map((name) => ({
    name,
    required: false,
    isArray: true,
    type: String,
    description: `${FILTERED_BY[name].what}. Repeat for several; empty for unassigned; names match folded.`,
    example: [FILTERED_BY[name].example],
  })),
  read: (read) => {
    const given = FILTER_FIELDS.map((field) => [field, read.list(field)] as const);
    return Object.fromEntries(given.filter(([, values]) => values.length > 0));
  },
};

/** The order of a list of records: `field` or `-field`; null for the order of the sheet. */
export const SORT: Parameter<Sort | null> = parameter(
  {
    name: 'sort',
    required: false,
    description: 'Column, with a leading "-" for descending. Default: the order of the sheet.',
    enum: SORT_FIELDS.flatMap((field) => [field, `-${field}`]),
    example: '-discovery_date',
  },
  (read, name) => {
    const text = read.text(name);
    return text === null || text === '' ? null : sortOf(text);
  },
);

function sortOf(text: string): Sort {
  const descending = text.startsWith('-');
  const name = descending ? text.slice(1) : text;
  const by = SORT_FIELDS.find((field) => field === name);
  if (by !== undefined) return { by, descending };
  const message = `sort must be one of ${SORT_FIELDS.join(', ')}, with a leading "-" for descending.`;
  throw refusedField('sort', message);
}

/** What is asked of the records of all dates. */
export const RECORDS_QUESTION = { asOf: AS_OF, filters: FILTERS };

export type RecordsQuestionArguments = QueryValues<typeof RECORDS_QUESTION>;

/** What is asked of a period. */
export const QUESTION = { period: PERIOD, ...RECORDS_QUESTION };

export type QuestionArguments = QueryValues<typeof QUESTION>;

/** What a question is about where it does not say: the calendar date, and the settings of the installation. */
export interface QuestionDefaults {
  readonly today: Day;
  readonly weights: WeightTable;
  readonly revenueSpan: RevenueSpan;
}

/** What a number is asked for. */
export const questionOf = (
  { period, asOf, filters }: QuestionArguments,
  defaults: QuestionDefaults,
): Question => ({ period, filters, ...clockOf(asOf, defaults), revenueSpan: defaults.revenueSpan });

/** The as-of date and the weights: what the amounts of a record depend on. */
export const clockOf = (
  asOf: Day | null,
  { today, weights }: QuestionDefaults,
): Pick<Question, 'asOf' | 'weights'> => ({ asOf: asOf ?? today, weights });
