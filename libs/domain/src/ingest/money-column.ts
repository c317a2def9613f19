import type { MoneyColumn } from '../deal/sheet-columns.js';
import { asDecimals, type DecimalMark, readAmount } from '../normalise/index.js';
import type { Cells } from './cells.js';
import { majority } from './majority.js';
import { PlainAmount } from './plain-amount.js';
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
  const { values, proved, open, unreadable } = readTexts(cells);
  const mark = majority<DecimalMark>(cells, voters, proved, ['.', ',']).winner;
  for (const [at, value] of values.entries())
    if (value !== null && mark !== null && open[at] === mark) values[at] = asDecimals(value);
  const findings = findingsAbout(cells, (at) => (unreadable.has(at) ? 'unreadable_money' : null));
  return { field, cells, values, findings };
}

/* Arrays instead of an object for each text: nearly every text of such a column is different. */
function readTexts(cells: Cells) {
  const values: (number | null)[] = [];
  const proved: (DecimalMark | null)[] = [];
  const open: (DecimalMark | null)[] = [];
  const unreadable = new Set<number>();
  const others: number[] = [];
  const plain = new PlainAmount(cells.sheet.bytes);
  for (let place = 0; place < cells.count; place++) {
    const isPlain = plain.read(cells.start(place), cells.end(place));
    values.push(isPlain ? plain.amount : null);
    proved.push(isPlain ? plain.proves : null);
    open.push(isPlain ? plain.open : null);
    if (!isPlain && cells.end(place) > cells.start(place)) others.push(place);
  }
  cells.eachText(others, (text, place) => {
    const cleaned = cleanCell(text);
    const written = cleaned === '' ? null : readAmount(cleaned);
    values[place] = written?.amount ?? null;
    proved[place] = written?.proves ?? null;
    open[place] = written?.open ?? null;
    if (values[place] === null && cleaned !== '') unreadable.add(place);
  });
  return { values, proved, open, unreadable };
}
