import {
  DIMENSIONS,
  FIGURES,
  metricDefinitions,
  type NumberId,
  readNumberId,
  SCREEN_NAMES,
} from '@app/domain';
import {
  oneOf,
  type Parameter,
  parameter,
  type QueryValues,
  requiredOneOf,
} from '../http/query-parameters.js';
import { QUESTION, SORT } from '../questions/question-parameters.js';
import { refusingMetric } from './refused-metric.js';

/** The metric or figure that a request names. */
const METRIC: Parameter<NumberId> = parameter(
  {
    name: 'metric',
    required: true,
    description:
      'Id of a metric of the catalogue, or of a figure of the Dashboard. Of figures, `half` is the half-year that holds ' +
      'the end of the period, `revenue` the revenue span, `period` the period itself; what bills up to today is ' +
      'compared with the plan to date.',
    enum: [...metricDefinitions().map(({ id }) => id), ...FIGURES],
    example: 'poa.generated',
  },
  (read, name) => refusingMetric(() => readNumberId(read.required(name))),
);

/** What is asked of a breakdown. */
export const BREAKDOWN = {
  metric: METRIC,
  by: requiredOneOf({ name: 'by', description: 'What it is broken down by.' }, DIMENSIONS),
  ...QUESTION,
};

export type BreakdownArguments = QueryValues<typeof BREAKDOWN>;

/** What is asked of an explanation. */
export const EXPLAIN = {
  metric: METRIC,
  screen: oneOf(
    {
      name: 'screen',
      description:
        'The screen whose number it is: Meetings Attended compares meetings with those to be scheduled.',
    },
    SCREEN_NAMES,
  ),
  ...QUESTION,
};

export type ExplainArguments = QueryValues<typeof EXPLAIN>;

/** What is asked of the list of records behind a number, beside its pages. */
export const RECORDS_BEHIND = { metric: METRIC, sort: SORT, ...QUESTION };

export type RecordsBehindArguments = QueryValues<typeof RECORDS_BEHIND>;
