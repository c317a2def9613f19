import type { DateField } from '../../record-set/record-set.js';
import type { MetricTarget } from '../model/metric.js';
import type { MetricUnit } from '../model/metric-unit.js';
import type { NumberId } from './number-ids.js';

/** The definition of a metric. */
export interface MetricDefinition {
  /**
   * Id of the metric; stays the same for ever.
   *
   * @example "poa.generated"
   */
  readonly id: NumberId;
  /** Name as the console shows it. */
  readonly label: string;
  /** What its values are counted in. */
  readonly unit: MetricUnit;
  /** One sentence. */
  readonly definition: string;
  /** How it is computed, in words. */
  readonly formula: string;
  /** Date by which it falls into a period and into months; null for metrics without records. */
  readonly date_field: DateField | null;
  /** Key of the target it is compared with, null without one. */
  readonly target: MetricTarget | null;
  /** True when it can be broken down. */
  readonly breakdown: boolean;
}
