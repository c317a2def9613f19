import type { MetricTable } from '@app/contracts';

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
      metric: `${SIGN}${column.id.slice(0, column.id.lastIndexOf('.'))}`,
    })),
  };
}

/** The column of the board that a door of the table leads to. */
export function columnOfDoor(metric: string): string {
  return metric.slice(SIGN.length);
}
