import type { Filters } from '../../filters/filters.js';
import type { Day } from '../../period/day.js';
import type { Period } from '../../period/period.js';
import type { RevenueSpan } from '../../settings/revenue-span.js';
import type { WeightTable } from '../../weighting/weight-table.js';

/** All that a number depends on beside the records and the targets. */
export interface Question {
  readonly period: Period;
  /** The day that counts as today. */
  readonly asOf: Day;
  readonly filters: Filters;
  readonly weights: WeightTable;
  readonly revenueSpan: RevenueSpan;
}
