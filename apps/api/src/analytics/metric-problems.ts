import { NoBreakdownError, type NumberId, readNumberId, UnknownMetricError } from '@app/domain';
import { badField } from '../http/problem.js';
import type { QueryReader } from '../http/query-reader.js';

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
export const readMetric = (read: QueryReader): NumberId =>
  asBadRequest(() => readNumberId(read.required('metric')));
