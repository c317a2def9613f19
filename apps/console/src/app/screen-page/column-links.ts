import type { MetricTable } from '@app/contracts';
import { columnLink } from '../ui/links/link';
import type { LinkOfColumn } from '../ui/metric-table/cell-link';

/** The table by AE, its columns headed in two lines. */
export function withNarrowHeads(table: MetricTable): MetricTable {
  return {
    ...table,
    columns: table.columns.map((column) => ({
      ...column,
      label: inTwoLines(column.label),
    })),
  };
}

/** In a narrow column `Next 14 days, deals` breaks after its comma and nowhere else. */
const inTwoLines = (label: string) => label.replaceAll(' ', '\u00a0').replace(',\u00a0', ', ');

/**
 * What a number of the table opens: deals, value and projection of a column are numbers of the board, not of a
 * metric, so they open the deals of the board's column.
 */
export const linkOfColumn: LinkOfColumn = ({ id }, narrowing) =>
  columnLink(id.slice(0, id.lastIndexOf('.')), narrowing);
