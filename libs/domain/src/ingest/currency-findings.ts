import { DEAL_FIELDS } from '../deal/sheet-columns.js';
import { toCents } from '../normalise/index.js';
import type { SheetMoneyColumn } from './money-column.js';
import type { ImportFinding } from './sheet.js';
import { messageOf } from './sheet-column.js';

/**
 * Findings about amounts in other currencies: one for each column and currency.
 *
 * @param columns columns of amounts
 * @param count how many rows there are
 * @param isSkipped whether a row is no deal, by its place
 * @see docs/domain.md, section 9
 */
export function currencyFindings(
  columns: readonly SheetMoneyColumn[],
  count: number,
  isSkipped: (at: number) => boolean,
): ImportFinding[] {
  return columns
    .filter(({ currencies }) => currencies.size > 0)
    .toSorted((one, other) => DEAL_FIELDS.indexOf(one.field) - DEAL_FIELDS.indexOf(other.field))
    .flatMap((column) =>
      [...totals(column, count, isSkipped)]
        .sort(([one], [other]) => (one < other ? -1 : 1))
        .map(([code, total]) => finding(column, code, total.count, total.cents / 100)),
    );
}

function totals(
  { cells, currencies, values }: SheetMoneyColumn,
  rows: number,
  isSkipped: (at: number) => boolean,
) {
  const found = new Map<string, { count: number; cents: number }>();
  for (let row = 0; row < rows; row++) {
    const place = cells.at(row);
    const code = currencies.get(place);
    if (code === undefined || isSkipped(row)) continue;
    const total = found.get(code) ?? { count: 0, cents: 0 };
    total.count++;
    total.cents += toCents(values[place] ?? 0) ?? 0;
    found.set(code, total);
  }
  return found;
}

const amounts = (count: number) => (count === 1 ? '1 amount is' : `${count} amounts are`);

const finding = ({ field }: SheetMoneyColumn, code: string, count: number, sum: number): ImportFinding => ({
  row: null,
  column: field,
  code: 'other_currency',
  message: messageOf('other_currency', `${amounts(count)} in ${code}, ${sum.toLocaleString('en-US')} in all`),
  value: code,
  count,
  sum,
});
