import { NoBreakdownError, UnknownMetricError } from '@app/domain';
import { refusedField } from '../refusals/refusal.js';

/**
 * Runs a computation on a metric that somebody named.
 *
 * @throws Refusal that names the parameter, for an unknown metric or one without such a breakdown
 */
export function refusingMetric<Result>(compute: () => Result): Result {
  try {
    return compute();
  } catch (error) {
    if (error instanceof UnknownMetricError || error instanceof NoBreakdownError) {
      throw refusedField('metric', error.message);
    }
    throw error;
  }
}
