import type { DealField } from '../deal/sheet-columns.js';
import { type CsvScanner, unquoted } from './csv-scanner.js';
import { decode, type EncodedSheet } from './encoding.js';
import type { Header } from './header.js';
import type { ImportFinding } from './sheet.js';
import { messageOf } from './sheet-column.js';

const ANY_BREAK = /\r\n|\n|\r/;

/**
 * Findings about quotes: those that do not close, and quoted cells that may have swallowed rows.
 *
 * @see docs/domain.md, section 9
 */
export class QuoteFindings {
  /** In the order of the sheet. */
  readonly found: ImportFinding[] = [];
  readonly #fields: ReadonlyMap<number, DealField>;

  constructor(
    private readonly sheet: EncodedSheet,
    private readonly header: Header,
  ) {
    this.#fields = new Map([...header.positions].map(([field, position]) => [position, field]));
  }

  /** Looks at the line that a scanner has just read. */
  look(scanner: CsvScanner): void {
    for (const at of scanner.unclosed) this.#add(scanner, at, 'quote_not_closed');
    for (const at of scanner.overLines) {
      if (this.#holdsARow(scanner, at)) this.#add(scanner, at, 'quoted_rows');
    }
  }

  /* As many separators in one of its lines as the header has. */
  #holdsARow(scanner: CsvScanner, at: number): boolean {
    const { width } = this.header;
    const lines = width > 1 ? this.#written(scanner, at).split(ANY_BREAK) : [];
    return lines.some((line) => line.split(scanner.separatorText).length >= width);
  }

  #add(scanner: CsvScanner, at: number, code: 'quote_not_closed' | 'quoted_rows'): void {
    const value = unquoted(this.#written(scanner, at));
    const column = scanner.row < this.header.row ? null : (this.#fields.get(at) ?? null);
    this.found.push({ row: scanner.row, column, code, message: messageOf(code, value), value });
  }

  #written({ starts, ends }: CsvScanner, at: number): string {
    return decode(this.sheet.bytes.subarray(starts[at], ends[at]), this.sheet.encoding);
  }
}
