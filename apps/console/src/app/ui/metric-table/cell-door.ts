import type { MetricTable, TableColumn, TableRow } from '@app/contracts';
import { type Door, metricDoor } from '../doors/door';

/** What a number of a table opens, by the metric of its column: the records of a metric unless the page says otherwise. */
export type DoorOfColumn = typeof metricDoor;

/** The door of a number; null where the column is no metric. A null row is the total row. */
export function doorOfCell(
  table: MetricTable,
  { metric }: TableColumn,
  row: TableRow | null,
  doorOf: DoorOfColumn = metricDoor,
): Door | null {
  if (metric === null) return null;
  if (row === null) return doorOf(metric);
  // Records without a date are in no month: their number cannot be narrowed to days.
  if (table.by === 'month') return row.key === null ? null : doorOf(metric, { part: row.key });
  return doorOf(metric, { only: [{ field: table.by, value: row.key ?? '' }] });
}
