import type { MetricTable, TableColumn, TableRow } from '@app/contracts';

/** The number whose cases a rate is from. */
export const CASES_OF: Readonly<Record<string, string>> = {
  'attendance.rate': 'meetings.total',
  'relevance.rate': 'meetings.total',
  'conversion.intro_to_poa': 'intros.attended',
  'conversion.poa_to_close': 'poa.generated',
};

/** A rate from fewer cases says little. */
const ENOUGH = 5;

/**
 * From how many cases a rate is, where those are few; null where they are many or it is no rate.
 *
 * @param row null for the totals, of which only the column with the cases says how many they are
 * @returns `true` where they are few and the table does not say how many
 */
export function fewCases(
  table: MetricTable,
  { id }: TableColumn,
  row: TableRow | null,
): number | true | null {
  const at = table.columns.findIndex((column) => column.id === CASES_OF[id]);
  const cases = (row?.values ?? table.totals)[at] ?? null;
  if (row !== null) return row.small.includes(id) ? (cases ?? true) : null;
  return cases !== null && cases > 0 && cases < ENOUGH ? cases : null;
}
