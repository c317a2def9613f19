import type { Against } from '../../period/compared-days.js';
import type { RecordSet } from '../../record-set/record-set.js';
import type { TargetSet } from '../../targets/target-set.js';
import type { Asked } from '../asked.js';
import { metricOf } from '../catalogue/catalogue.js';
import { type Comparison, comparison } from '../comparison.js';
import { withoutTarget } from '../compare.js';
import { type MetricTable, metricTable } from '../metric-table.js';
import type { MetricValues } from '../metric-value.js';
import { someMetricValues } from '../metric-values.js';
import { type NumberNote, notesOf } from '../notes.js';
import { isPeriodBound } from '../period-bound.js';
import { sampleTargeted, withSampleTargets } from '../sample-target-notes.js';

/** All that a screen depends on beside the records and the targets. */
export interface ScreenAsked extends Asked {
  /** What its numbers are compared with. */
  readonly against: Against;
}

/** What every analytics screen shows. */
export interface Screen {
  /** Records of the view, whatever their dates and the filters. */
  readonly records_count: number;
  /** Every metric the screen shows, by id. */
  readonly metrics: MetricValues;
  /** What is worth saying beside a metric or what else has a target, by its id; those without notes are absent. */
  readonly notes: Record<string, NumberNote[]>;
  /** Null when nothing is compared. */
  readonly comparison: Comparison | null;
  /** Every month of the period, with a column for each metric of the screen that is about the period's records. */
  readonly months: MetricTable;
}

/** The numbers of a screen that shows some metrics. */
export function screenOf(
  sets: readonly RecordSet[],
  ids: readonly string[],
  asked: ScreenAsked,
  targets: TargetSet | null,
): Screen {
  const values = someMetricValues(sets, ids, asked, targets);
  const monthly = ids.filter((id) => isPeriodBound(metricOf(id)));
  return {
    records_count: sets.reduce((count, { size }) => count + size, 0),
    metrics: Object.fromEntries(ids.map((id) => [id, values[id] ?? withoutTarget(null)])),
    notes: withSampleTargets(notesOf(sets, ids, asked, values), sampleTargeted(ids, asked, targets)),
    comparison: comparison(sets, ids, asked, asked.against),
    months: metricTable(sets, { by: 'month', columns: monthly }, asked),
  };
}
