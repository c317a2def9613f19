import { isByDate, type RowKind } from '../model/dimension.js';

/** Name of the label column in an order. */
export const LABEL_COLUMN = 'label';

/** A row of a table of numbers, with what it is called. */
export interface LabelledRow {
  readonly row: { readonly key: string | null; readonly values: readonly (number | null)[] };
  readonly label: string;
}

/** What of a table its order depends on. */
interface Ordered {
  readonly by: RowKind;
  readonly columns: readonly { readonly id: string }[];
}

/** Whether a row is that of what is assigned to nothing: it comes last and is toned down. */
export const isUnassigned = (
  { by }: Pick<Ordered, 'by'>,
  { key }: Pick<LabelledRow['row'], 'key'>,
): boolean => key === null || (by === 'source_group' && key === 'unassigned');

/** Whether a table can be in an order: `column` or `-column`, of its own or {@link LABEL_COLUMN}. */
export function hasOrder({ columns }: Pick<Ordered, 'columns'>, order: string): boolean {
  const id = columnOf(order);
  return id === LABEL_COLUMN || columns.some((each) => each.id === id);
}

/**
 * Rows in an order, `column` or `-column`, {@link LABEL_COLUMN} for their names; any other order leaves them as they
 * are. Unassigned stays last, absent values stand after all others, days, weeks and months follow the calendar.
 */
export function orderedRows<Row extends LabelledRow>(
  rows: readonly Row[],
  table: Ordered,
  order: string,
): readonly Row[] {
  if (!hasOrder(table, order)) return rows;
  const { columns, by } = table;
  const id = columnOf(order);
  const column = columns.findIndex((each) => each.id === id);
  const sign = order.startsWith('-') ? -1 : 1;
  const valueOf = ({ row }: Row) => row.values[column] ?? null;
  const compare =
    id === LABEL_COLUMN
      ? (one: Row, other: Row) => sign * compareLabels(one, other, isByDate(by))
      : (one: Row, other: Row) => compareValues(valueOf(one), valueOf(other), sign);
  const rank = ({ row }: Row) => Number(isUnassigned(table, row));
  return [...rows].sort((one, other) => rank(one) - rank(other) || compare(one, other));
}

const columnOf = (order: string): string => order.replace(/^-/, '');

// Days, weeks and months are in the order of the calendar, not of their names.
const compareLabels = (one: LabelledRow, other: LabelledRow, byKey: boolean) =>
  byKey
    ? (one.row.key ?? '').localeCompare(other.row.key ?? '')
    : one.label.localeCompare(other.label, 'en', { sensitivity: 'base' });

function compareValues(one: number | null, other: number | null, sign: number): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  return sign * Math.sign(one - other);
}
