import type { DateField } from '../../record-set/record-set.js';
import type { TargetKey } from '../../targets/target-set.js';

/** `count` deals, `money` currency, `ratio` an unrounded fraction (0.25 is 25 %). */
export type MetricUnit = 'count' | 'money' | 'ratio';

/**
 * The definition of a metric as it is listed to callers.
 *
 * @see docs/domain.md, section 5
 */
export interface MetricDefinition {
  readonly id: string;
  readonly label: string;
  readonly unit: MetricUnit;
  /** One sentence. */
  readonly definition: string;
  /** How it is computed, in words. */
  readonly formula: string;
  /** Null for metrics without records. */
  readonly date_field: DateField | null;
  /** Key of the target it is compared with, `revenue` by month; null without one. */
  readonly target: TargetKey | 'revenue' | null;
  /** True when it can be broken down. */
  readonly breakdown: boolean;
}
