import type { MoneyColumn } from '../deal/sheet-columns.js';
import {
  asDecimals,
  currencyOf,
  isUsed,
  readAmount,
  toMoney,
  USE,
  type WrittenAmount,
} from '../normalise/index.js';
import { type AmountSeparators, amountSeparators } from './amount-separators.js';
import type { Cells } from './cells.js';
import { PlainAmount } from './plain-amount.js';
import { cleanCell, faultsOf, type SheetColumn } from './sheet-column.js';
import { isSpreadsheetError } from './spreadsheet-error.js';

/** A column of amounts, read. */
export interface SheetMoneyColumn extends SheetColumn<number | null> {
  readonly field: MoneyColumn;
  /** Code of the currency, by place of the text, where it is not the installation's. */
  readonly currencies: ReadonlyMap<number, string>;
  /** How its amounts are written. */
  readonly separators: AmountSeparators;
}

/** What is wrong with the text of an amount. */
type Fault = 'spreadsheet_error' | 'unreadable_money';

/**
 * Reads a column of amounts. `1,000` and `1.000` are thousands, unless the other amounts show that the column is
 * written with three decimals.
 *
 * @param field the column
 * @param cells its cells
 * @param voters rows with a client
 * @param currency code of the installation's currency
 * @see docs/domain.md, section 9
 */
export function readMoneyColumn(
  field: MoneyColumn,
  cells: Cells,
  voters: readonly number[],
  currency: string,
): SheetMoneyColumn {
  const { values, uses, faults, currencies } = readTexts(cells, currency);
  const all = voters.reduce((found, row) => found | (uses[cells.at(row)] ?? 0), 0);
  const mixed = (['.', ','] as const).filter((separator) => isUsed(all, separator, DECIMALS));
  const inDecimals = mixed.filter(
    (separator) => isUsed(all, separator, USE.threeDecimals) && !isUsed(all, separator, OTHERWISE),
  );
  const isOpen = (at: number, separators: readonly ('.' | ',')[]) =>
    separators.some((separator) => isUsed(uses[at] ?? 0, separator, USE.open));
  if (inDecimals.length > 0)
    for (const [at, value] of values.entries())
      if (value !== null && isOpen(at, inDecimals)) values[at] = asDecimals(value);
  const inThousands = mixed.filter((separator) => !inDecimals.includes(separator));
  const codeOf = (at: number) => faults.get(at) ?? (isOpen(at, inThousands) ? 'separator_mixed' : null);
  const separators = amountSeparators(all, inDecimals);
  return { field, cells, values, faults: faultsOf(cells, codeOf), currencies, separators };
}

const DECIMALS = USE.threeDecimals | USE.otherThreeDecimals | USE.decimals;
const OTHERWISE = USE.decimals | USE.groups;

/* Arrays instead of an object for each text: nearly every text of such a column is different. */
function readTexts(cells: Cells, own: string) {
  const values: (number | null)[] = [];
  const uses: number[] = [];
  const faults = new Map<number, Fault>();
  const currencies = new Map<number, string>();
  const others: number[] = [];
  const plain = new PlainAmount(cells.sheet.bytes, currencyOf('$', own) === own);
  for (let place = 0; place < cells.count; place++) {
    const isNumber = cells.isNumber(place);
    const isPlain = plain.read(cells.start(place) + (isNumber ? 1 : 0), cells.end(place));
    values.push(isPlain ? plain.amount : null);
    uses.push(isPlain && !isNumber ? plain.uses : 0);
    if (!isPlain && cells.end(place) > cells.start(place)) others.push(place);
  }
  cells.eachText(others, (text, place) => {
    const cleaned = cleanCell(text);
    if (cleaned === '') return;
    const written = cells.isNumber(place) ? typedAmount(cleaned, cells.currency(place)) : readAmount(cleaned);
    values[place] = written?.amount ?? null;
    uses[place] = written?.uses ?? 0;
    if (values[place] === null)
      faults.set(place, isSpreadsheetError(cleaned) ? 'spreadsheet_error' : 'unreadable_money');
    else if (written?.currency) {
      const code = currencyOf(written.currency, own);
      if (code !== own) currencies.set(place, code);
    }
  });
  return { values, uses, faults, currencies };
}

/* A number separates nothing: it says neither how it is written nor how texts are. */
const typedAmount = (number: string, currency: string | null): WrittenAmount => ({
  amount: toMoney(Number(number)),
  uses: 0,
  currency,
});
