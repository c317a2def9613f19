import type { Period } from '../../period/period.js';
import type { RecordSet } from '../../record-set/record-set.js';
import type { Question } from '../../metrics/model/question.js';
import { type CountedId, countedOf } from '../../metrics/catalogue/catalogue.js';
import { currency } from '../../metrics/engine/cent-sums.js';
import { groupTallies } from '../../metrics/engine/group-tallies.js';
import { filledTable, metricColumn, type MetricTable } from '../../metrics/tables/metric-table.js';
import { withColumn } from '../../metrics/tables/computed-column.js';

/**
 * What each month adds to a sum, and the sum so far. The running sum is made of whole cents and has no total.
 *
 * @param metricId a sum whose records fall into the months
 * @param months days whose months have a row in any case
 */
export function cumulativeTable(
  sets: readonly RecordSet[],
  metricId: CountedId,
  months: Period,
  question: Question,
): MetricTable {
  const layout = { by: 'month', columns: [metricColumn(metricId)], months } as const;
  const table = filledTable(sets, layout, question);
  const metric = countedOf(metricId);
  const tallies = groupTallies(sets, [metric], 'month', question).get(metric);
  let soFar = 0n;
  const sums = new Map(
    table.rows.map(({ key }) => [key, currency((soFar += tallies?.get(key)?.cents ?? 0n))]),
  );
  return withColumn(table, {
    id: 'cumulative',
    label: `${table.columns[0]?.label ?? metricId}, cumulative`,
    unit: 'money',
    valueOf: ({ key }) => sums.get(key) ?? null,
    total: null,
  });
}
