import {
  type Question,
  type Day,
  FILTER_FIELDS,
  type Filters,
  InvalidPeriodError,
  period,
  type Period,
  type RevenueSpan,
  SORT_FIELDS,
  type Sort,
  type WeightTable,
} from '@app/domain';
import { badField } from '../http/problem.js';
import type { QueryReader } from '../http/query-reader.js';

/** Parameters of whatever is asked of a period. */
export const QUESTION_PARAMETERS = ['from', 'to', 'as_of', ...FILTER_FIELDS];

/** What holds for who asks for nothing else: the calendar date, and the settings of the installation. */
export interface QuestionDefaults {
  readonly today: Day;
  readonly weights: WeightTable;
  readonly revenueSpan: RevenueSpan;
}

/**
 * What a number is asked for.
 *
 * @throws ProblemException (400) naming the parameter
 */
export function readQuestion(read: QueryReader, defaults: QuestionDefaults): Question {
  return {
    period: readPeriod(read),
    filters: readFilters(read),
    ...readClock(read, defaults),
    revenueSpan: defaults.revenueSpan,
  };
}

/** The as-of date and the weights: what the amounts of a record depend on. */
export function readClock(
  read: QueryReader,
  { today, weights }: Pick<QuestionDefaults, 'today' | 'weights'>,
): Pick<Question, 'asOf' | 'weights'> {
  return { asOf: read.date('as_of') ?? today, weights };
}

/** Repeated parameters, each value one that counts; an empty one is "unassigned". */
export function readFilters(read: QueryReader): Filters {
  const given = FILTER_FIELDS.map((field) => [field, read.list(field)] as const);
  return Object.fromEntries(given.filter(([, values]) => values.length > 0));
}

/** `field` or `-field`; null for the order of the sheet. */
export function readSort(read: QueryReader): Sort | null {
  const text = read.text('sort');
  if (text === null || text === '') return null;
  const descending = text.startsWith('-');
  const name = descending ? text.slice(1) : text;
  const by = SORT_FIELDS.find((field) => field === name);
  if (by === undefined) {
    throw badField(
      'sort',
      `sort must be one of ${SORT_FIELDS.join(', ')}, with a leading "-" for descending.`,
    );
  }
  return { by, descending };
}

function readPeriod(read: QueryReader): Period {
  const from = read.requiredDate('from');
  const to = read.requiredDate('to');
  try {
    return period(from, to);
  } catch (error) {
    throw error instanceof InvalidPeriodError ? badField('from', error.message) : error;
  }
}
