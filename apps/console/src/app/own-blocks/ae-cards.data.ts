import type { MetricTable, TableRow } from '@app/contracts';

/** The results of one account executive in the period. */
export interface AeCard {
  /** Null is "unassigned". */
  key: string | null;
  label: string;
  arr: number | null;
  intros: number | null;
  poa: number | null;
  closed: number | null;
  toPoa: number | null;
  toClose: number | null;
  /** True when one of the rates comes from few cases. */
  isSmall: boolean;
  /** ARR as a part of the highest one: the length of the bar. */
  width: number;
}

/** The AE performance as cards: the highest ARR first, then by name, unassigned last. */
export function aeCards(table: MetricTable): AeCard[] {
  const at = (id: string) => table.columns.findIndex((column) => column.id === id);
  const [arr, intros, poa, closed] = ['deals.arr', 'intros.attended', 'poa.generated', 'deals.closed'].map(
    at,
  );
  const [toPoa, toClose] = ['conversion.intro_to_poa', 'conversion.poa_to_close'].map(at);
  const value = ({ values }: TableRow, index = -1) => values[index] ?? null;
  const highest = Math.max(0, ...table.rows.map((row) => value(row, arr) ?? 0));
  return table.rows
    .map((row) => ({
      key: row.key,
      label: row.label,
      arr: value(row, arr),
      intros: value(row, intros),
      poa: value(row, poa),
      closed: value(row, closed),
      toPoa: value(row, toPoa),
      toClose: value(row, toClose),
      isSmall: row.small.length > 0,
      width: highest > 0 ? (value(row, arr) ?? 0) / highest : 0,
    }))
    .sort(byArr);
}

function byArr(left: AeCard, right: AeCard): number {
  const [isLeft, isRight] = [left.key === null, right.key === null];
  if (isLeft !== isRight) return isLeft ? 1 : -1;
  return (right.arr ?? 0) - (left.arr ?? 0) || left.label.localeCompare(right.label);
}
