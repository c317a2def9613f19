import { amountIn, type DecimalMark, type MoneyColumn, readAmount } from '../normalise/index.js';
import { majority } from './majority.js';
import { cleanCell, findingsAbout, type RawColumn, type SheetColumn } from './sheet-column.js';

/**
 * Reads a column of amounts; `1,000` and `1.000` as most of the amounts that settle it are written.
 *
 * @param column its cells
 * @param voters rows with a client
 * @see docs/domain.md, section 9
 */
export function readMoneyColumn(
  column: RawColumn<MoneyColumn>,
  voters: readonly number[],
): SheetColumn<number | null> {
  const { field, cells } = column;
  const written = cells.texts.map((text) => {
    const cleaned = cleanCell(text);
    return cleaned === '' ? EMPTY : readAmount(cleaned);
  });
  const proved = written.map((amount) => amount?.proves ?? null);
  const mark = majority<DecimalMark>(cells, voters, proved, ['.', ',']).winner;
  const values = written.map((amount) => amount && amountIn(amount, mark));
  const isUnreadable = (at: number) => written[at] !== EMPTY && values[at] === null;
  return {
    field,
    cells,
    values,
    findings: findingsAbout(cells, (at) => (isUnreadable(at) ? 'unreadable_money' : null)),
  };
}

const EMPTY = { amount: null, open: null, proves: null };
