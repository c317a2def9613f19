import type { MetricTable } from '@app/contracts';

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
