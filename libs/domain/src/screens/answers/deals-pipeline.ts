import { halfOf } from '../../period/presets.js';
import type { RecordSet } from '../../record-set/record-set.js';
import type { TargetSet } from '../../targets/target-set.js';
import type { WeightRow } from '../../weighting/weight-table.js';
import { cumulativeTable } from './cumulative-table.js';
import { sharingWeighted } from '../../metrics/engine/amount-columns.js';
import { type MetricTable, metricTable } from '../../metrics/tables/metric-table.js';
import { type Screen, type ScreenQuestion, screenOf } from './screen.js';

const BY_OWNER = [
  'pipe.active',
  'pipe.active_weighted',
  'pipe.created',
  'pipe.created_weighted',
  'deals.open',
];

const SHOWN = [
  'deals.closed',
  'deals.arr',
  'deals.mrr',
  'deals.average',
  ...BY_OWNER,
  'pipe.cumulative_weighted',
  'pipe.old',
  'pipe.old_count',
  'pipe.old_clients',
];

/** The numbers of Deals & Pipeline. */
export interface DealsPipeline extends Screen {
  /** AE pipeline. */
  readonly owners: MetricTable;
  /** Months of the half-year up to the end of the period: `pipe.cumulative_weighted` and its running `cumulative`. */
  readonly cumulative: MetricTable;
  /** The weight table that holds. */
  readonly weights: WeightRow[];
}

/**
 * The numbers of Deals & Pipeline, for a period.
 *
 * @see docs/domain.md, section 5
 */
export function dealsPipeline(
  sets: readonly RecordSet[],
  question: ScreenQuestion,
  targets: TargetSet | null,
): DealsPipeline {
  const { to } = question.period;
  const shared = sharingWeighted(question);
  return {
    ...screenOf(sets, SHOWN, shared, targets),
    owners: metricTable(sets, { by: 'owner', columns: BY_OWNER }, shared),
    cumulative: cumulativeTable(sets, 'pipe.cumulative_weighted', { from: halfOf(to).from, to }, shared),
    weights: [...question.weights],
  };
}
