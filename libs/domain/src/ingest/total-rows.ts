import { MONEY_COLUMNS } from '../deal/sheet-columns.js';
import { fold, toCents } from '../normalise/index.js';
import type { SheetRow } from './sheet.js';

const BEGINNINGS = ['total', 'subtotal', 'sous-total', 'grandtotal', 'somme'];
/** A sum of fewer amounts proves nothing. */
const FEWEST = 3;
/** `t`, `s` and `g`, with which these begin; any other letter may be one of them with an accent. */
const FIRST_LETTERS = new Set([0x74, 0x73, 0x67]);
const LOWER = 0x20;
const BEYOND_ASCII = 0x80;

/**
 * Which rows are sums of rows above them: the client says so, and one of the amounts is the sum of its column, of all
 * rows above or of those since the last such row.
 *
 * @param rows every row of the sheet, those without client included
 * @param isLeftOut whether a row is none, such as a header that is repeated
 * @returns places of the sums
 * @see docs/domain.md, section 9
 */
export function totalRows(rows: readonly SheetRow[], isLeftOut: (at: number) => boolean): Set<number> {
  const found = new Set<number>();
  if (!rows.some(isCalledTotal)) return found;
  const all = new Sums();
  let since = new Sums();
  for (const [at, row] of rows.entries()) {
    if (isLeftOut(at)) continue;
    if (isCalledTotal(row) && (all.isSum(row) || since.isSum(row))) {
      found.add(at);
      since = new Sums();
    } else {
      all.add(row);
      since.add(row);
    }
  }
  return found;
}

function isCalledTotal({ client }: SheetRow): boolean {
  const first = client.charCodeAt(0);
  if (first < BEYOND_ASCII && !FIRST_LETTERS.has(first | LOWER)) return false;
  const folded = fold(client);
  return BEGINNINGS.some((beginning) => folded.startsWith(beginning));
}

/** The sum of each column of amounts, in cents, and of how many amounts it is. */
class Sums {
  readonly #columns = MONEY_COLUMNS.map((field) => ({ field, cents: 0, count: 0 }));

  add(row: SheetRow): void {
    for (const column of this.#columns) {
      const cents = centsOf(row[column.field]);
      if (cents === null) continue;
      column.cents += cents;
      column.count++;
    }
  }

  isSum(row: SheetRow): boolean {
    return this.#columns.some(({ field, cents, count }) => {
      const own = centsOf(row[field]);
      return own !== null && own !== 0 && count >= FEWEST && own === cents;
    });
  }
}

const centsOf = (amount: number | null) => (amount === null ? null : toCents(amount));
