import type { RecordSet } from '../record-set/record-set.js';
import type { Asked } from './asked.js';
import { type MetricTable, metricTable } from './metric-table.js';
import { over } from './over.js';
import { withColumn } from './table-columns.js';

/**
 * Meetings by source group, with the share of each in the total; the shares add up to 1.
 *
 * @see docs/domain.md, section 2
 */
export function sourceTable(sets: readonly RecordSet[], asked: Asked): MetricTable {
  const table = metricTable(sets, { by: 'source_group', columns: ['meetings.total'] }, asked);
  const total = table.totals[0] ?? null;
  return withColumn(table, {
    id: 'share',
    label: 'Share',
    unit: 'ratio',
    valueOf: ({ values }) => over(values[0] ?? null, total),
    total: over(total, total),
  });
}
