import type { MetricTable, TableColumn, TableRow } from '@app/contracts';
import { type DrawerLink, metricLink } from '../links/link';

/** What a number of a table opens, given the metric of its column: by default the metric's records. */
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
  // Records without a date belong to no month, so their number cannot be narrowed to one.
  if (table.by === 'month') return row.key === null ? null : linkOf(metric, { part: row.key });
  return linkOf(metric, { only: [{ field: table.by, value: row.key ?? '' }] });
}
