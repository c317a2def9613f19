import { asDecimals, type DecimalMark, type MoneyColumn, readAmount } from '../normalise/index.js';
import type { Cells } from './cells.js';
import { majority } from './majority.js';
import { cleanCell, findingsAbout, type SheetColumn } from './sheet-column.js';

/**
 * Reads a column of amounts; `1,000` and `1.000` as most of the amounts that settle it are written.
 *
 * @param field the column
 * @param cells its cells
 * @param voters rows with a client
 * @see docs/domain.md, section 9
 */
export function readMoneyColumn(
  field: MoneyColumn,
  cells: Cells,
  voters: readonly number[],
): SheetColumn<number | null> {
  const { values, proved, open } = readTexts(cells.texts);
  const mark = majority<DecimalMark>(cells, voters, proved, ['.', ',']).winner;
  for (const [at, value] of values.entries())
    if (value !== null && mark !== null && open[at] === mark) values[at] = asDecimals(value);
  const isUnreadable = (at: number) => values[at] === null && cleanCell(cells.texts[at] ?? '') !== '';
  const findings = findingsAbout(cells, (at) => (isUnreadable(at) ? 'unreadable_money' : null));
  return { field, cells, values, findings };
}

/* Numbers and marks, no object a text: nearly every text of such a column is another one. */
function readTexts(texts: readonly string[]) {
  const values: (number | null)[] = [];
  const proved: (DecimalMark | null)[] = [];
  const open: (DecimalMark | null)[] = [];
  for (const text of texts) {
    const cleaned = cleanCell(text);
    const written = cleaned === '' ? null : readAmount(cleaned);
    values.push(written?.amount ?? null);
    proved.push(written?.proves ?? null);
    open.push(written?.open ?? null);
  }
  return { values, proved, open };
}
