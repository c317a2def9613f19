import type { MetricTable } from '@app/contracts';
import { columnLink } from '../ui/links/link';
import type { LinkOfColumn } from '../ui/metric-table/cell-link';

const SIGN = 'column:';

/**
 * The table by AE with a link in each number: deals, value and projection of a column are numbers of the board and of no
 * metric, so that the deals of the column are what they open.
 */
export function withColumnLinks(table: MetricTable): MetricTable {
  return {
    ...table,
    columns: table.columns.map((column) => ({
      ...column,
      label: inTwoLines(column.label),
      metric: `${SIGN}${column.id.slice(0, column.id.lastIndexOf('.'))}`,
    })),
  };
}

/** In a narrow column `Next 14 days, deals` breaks after its comma and nowhere else. */
const inTwoLines = (label: string) => label.replaceAll(' ', '\u00a0').replace(',\u00a0', ', ');

/** What a number of the table opens: the deals of its column of the board. */
export const linkOfColumn: LinkOfColumn = (metric, narrowing) =>
  columnLink(metric.slice(SIGN.length), narrowing);
