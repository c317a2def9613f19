import type { MetricTable } from '@app/contracts';
import { columnDoor } from '../ui/doors/door';
import type { DoorOfColumn } from '../ui/metric-table/cell-door';

const SIGN = 'column:';

/**
 * The table by AE with a door in each number: deals, value and projection of a column are numbers of the board and of no
 * metric, so that the deals of the column are what they open.
 */
export function withColumnDoors(table: MetricTable): MetricTable {
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
export const doorOfColumn: DoorOfColumn = (metric, narrowing) =>
  columnDoor(metric.slice(SIGN.length), narrowing);
