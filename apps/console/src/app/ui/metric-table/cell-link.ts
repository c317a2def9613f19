import type { MetricTable, TableColumn, TableRow } from '@app/contracts';
import { isByDate } from '@app/domain/metrics';
import { type DrawerLink, metricLink, type Narrowing } from '../links/link';

/** What the numbers of a column open; null where they open nothing. */
export type LinkOfColumn = (column: TableColumn, narrowing?: Narrowing) => DrawerLink | null;

/** The records of the column's metric, which is what numbers open unless the page says otherwise. */
export const linkOfMetric: LinkOfColumn = ({ metric }, narrowing) =>
  metric === null ? null : metricLink(metric, narrowing);

/** The link of a number; null where the column is no metric. A null row is the total row. */
export function linkOfCell(
  table: MetricTable,
  column: TableColumn,
  row: TableRow | null,
  linkOf: LinkOfColumn = linkOfMetric,
): DrawerLink | null {
  if (row === null) return linkOf(column);
  // Records without a date belong to no day, so their number cannot be narrowed to one.
  const { by } = table;
  if (isByDate(by)) return row.key === null ? null : linkOf(column, { part: row.key });
  return linkOf(column, { only: [{ field: by, value: row.key ?? '' }] });
}
