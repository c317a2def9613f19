import type { RecordSet } from '../record-set/record-set.js';
import type { Asked } from './asked.js';

/** What a breakdown can be made by. */
export const DIMENSIONS = [
  'month',
  'owner',
  'bdr',
  'source_group',
  'stage',
  'product',
  'type_of_deal',
] as const;

/** What a breakdown can be made by. */
export type Dimension = (typeof DIMENSIONS)[number];

/** One row of a breakdown. */
export interface BreakdownRow {
  /** Null for "unassigned", except by source group, where it is a group. */
  readonly key: string | null;
  readonly label: string;
  readonly value: number | null;
}

/** A metric by a dimension. */
export interface BreakdownResult {
  /** By key, unassigned last; who has records in the metric has a row. */
  readonly rows: BreakdownRow[];
  /** The metric itself; rows of counts and sums add up to it. */
  readonly total: number | null;
}

/**
 * A metric by month, person, source group, stage, product or type of deal.
 *
 * @throws UnknownMetricError, UnknownDimensionError, NoBreakdownError
 * @see docs/domain.md, section 5
 */
export function breakdown(
  sets: readonly RecordSet[],
  metricId: string,
  by: string,
  asked: Asked,
): BreakdownResult {
  throw new Error(`not computed: ${sets.length} ${metricId} ${by} ${asked.asOf}`);
}
