import { NoBreakdownError, UnknownDimensionError, UnknownMetricError } from '@app/domain';
import { badField } from '../http/problem.js';

/** Runs a computation; what the caller asked wrongly becomes a 400 that names the parameter. */
export function asBadRequest<Result>(compute: () => Result): Result {
  try {
    return compute();
  } catch (error) {
    if (error instanceof UnknownDimensionError) throw badField('by', error.message);
    if (error instanceof UnknownMetricError || error instanceof NoBreakdownError) {
      throw badField('metric', error.message);
    }
    throw error;
  }
}
