import {
  FIGURES,
  metricDefinitions,
  NoBreakdownError,
  type NumberId,
  readNumberId,
  UnknownMetricError,
} from '@app/domain';
import { badField } from '../http/problem.js';
import { type Parameter, parameter } from '../http/query-parameters.js';

/** Runs a computation; what the caller asked wrongly becomes a 400 that names the parameter. */
export function asBadRequest<Result>(compute: () => Result): Result {
  try {
    return compute();
  } catch (error) {
    if (error instanceof UnknownMetricError || error instanceof NoBreakdownError) {
      throw badField('metric', error.message);
    }
    throw error;
  }
}

/** The metric or figure that a request names. */
export const METRIC: Parameter<NumberId> = parameter(
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
  (read, name) => asBadRequest(() => readNumberId(read.required(name))),
);
