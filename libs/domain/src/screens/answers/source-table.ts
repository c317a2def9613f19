import type { RecordSet } from '../../record-set/record-set.js';
import type { Question } from '../../metrics/model/question.js';
import { type MetricTable, metricTable } from '../../metrics/tables/metric-table.js';
import { divide } from '../../metrics/model/divide.js';
import { withColumn } from '../../metrics/tables/computed-column.js';

/**
 * Meetings by source group, with the share of each in the total; the shares add up to 1.
 *
 * @see docs/domain.md, section 2
 */
export function sourceTable(sets: readonly RecordSet[], question: Question): MetricTable {
  const table = metricTable(sets, { by: 'source_group', columns: ['meetings.total'] }, question);
  const total = table.totals[0] ?? null;
  return withColumn(table, {
    id: 'share',
    label: 'Share',
    unit: 'ratio',
    valueOf: ({ values }) => divide(values[0] ?? null, total),
    total: divide(total, total),
  });
}
