import type { MetricTable, TableColumn, TableRow } from '@app/contracts';
import { type DrawerLink, metricLink } from '../links/link';

/** What a number of a table opens, by the metric of its column: the records of a metric unless the page says otherwise. */
export type LinkOfColumn = typeof metricLink;

/** The link of a number; null where the column is no metric. A null row is the total row. */
export function linkOfCell(
  table: MetricTable,
  { metric }: TableColumn,
  row: TableRow | null,
  linkOf: LinkOfColumn = metricLink,
): DrawerLink | null {
  if (metric === null) return null;
  if (row === null) return linkOf(metric);
  // Records without a date are in no month: their number cannot be narrowed to days.
  if (table.by === 'month') return row.key === null ? null : linkOf(metric, { part: row.key });
  return linkOf(metric, { only: [{ field: table.by, value: row.key ?? '' }] });
}
