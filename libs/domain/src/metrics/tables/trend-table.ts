import { isoDay } from '../../period/day.js';
import type { TrendAxis, TrendStep } from '../../period/trend-axis.js';
import type { RecordSet } from '../../record-set/record-set.js';
import type { MetricId } from '../catalogue/catalogue.js';
import type { Question } from '../model/question.js';
import type { Summed } from '../model/metric.js';
import { type Grouped, groupTallies } from '../engine/group-tallies.js';
import { added, NO_TALLY, type Tally } from '../engine/tally.js';
import { metricColumn, type MetricTable, tableOf, talliedBy } from './metric-table.js';

/**
 * Metrics by the days or weeks of a short period: a row for each, 0 (of rates null) without records. Rows of counts and
 * sums add up to the metric over the days of the axis.
 *
 * @param columns metrics about the records of the period
 * @throws NoBreakdownError
 * @see docs/domain.md, section 3
 */
export function trendTable(
  sets: readonly RecordSet[],
  { grain, steps }: TrendAxis,
  columns: readonly MetricId[],
  question: Question,
): MetricTable {
  const filled = columns.map(metricColumn);
  const heads = steps.map((step) => ({ key: step.key, label: labelOf(step) }));
  return tableOf(grain, filled, heads, stepTallies(sets, talliedBy(filled), steps, question));
}

const labelOf = ({ from, to }: TrendStep) =>
  from === to ? isoDay(from) : `${isoDay(from)} to ${isoDay(to)}`;

/** The tallies of some metrics in each step, by its key. */
export function stepTallies(
  sets: readonly RecordSet[],
  metrics: readonly Summed[],
  steps: readonly TrendStep[],
  question: Question,
): Grouped {
  const [first, last] = [steps[0], steps.at(-1)];
  if (first === undefined || last === undefined) return new Map();
  const byDay = groupTallies(sets, metrics, 'day', {
    ...question,
    period: { from: first.from, to: last.to },
  });
  return new Map(
    metrics.map((metric) => {
      const days = byDay.get(metric) ?? new Map<string, Tally>();
      return [metric, new Map(steps.map((step) => [step.key, tallyOf(step, days)]))];
    }),
  );
}

function tallyOf({ from, to }: TrendStep, days: ReadonlyMap<string | null, Tally>): Tally {
  let tally = NO_TALLY;
  for (let day = from; day <= to; day++) tally = added(tally, days.get(isoDay(day)) ?? NO_TALLY);
  return tally;
}
