import type { DealField } from '../deal/sheet-columns.js';
import type { CsvScanner } from './csv-scanner.js';
import { decode, type EncodedSheet } from './encoding.js';
import type { FindingStore } from './finding-store.js';
import type { Header } from './header.js';
import { cellText } from './line-text.js';

const ANY_BREAK = /\r\n|\n|\r/;

/**
 * Findings about quotes: those that do not close, and quoted cells that may have swallowed rows.
 *
 * @see docs/domain.md, section 9
 */
export class QuoteFindings {
  readonly #fields: ReadonlyMap<number, DealField>;

  constructor(
    private readonly sheet: EncodedSheet,
    private readonly header: Header,
  ) {
    this.#fields = new Map([...header.positions].map(([field, position]) => [position, field]));
  }

  /** Looks at the line that a scanner has just read, and adds what it finds. */
  look(scanner: CsvScanner, found: FindingStore): void {
    for (const at of scanner.unclosed) this.#add(found, scanner, at, 'quote_not_closed');
    for (const at of scanner.overLines) {
      if (this.#holdsARow(scanner, at)) this.#add(found, scanner, at, 'quoted_rows');
    }
  }

  /* As many separators in one of its lines as the header has. */
  #holdsARow(scanner: CsvScanner, at: number): boolean {
    const width = this.header.names.length;
    const lines = width > 1 ? this.#written(scanner, at).split(ANY_BREAK) : [];
    return lines.some((line) => line.split(scanner.separatorText).length >= width);
  }

  #add(found: FindingStore, scanner: CsvScanner, at: number, code: 'quote_not_closed' | 'quoted_rows'): void {
    const column = scanner.row < this.header.row ? null : (this.#fields.get(at) ?? null);
    found.addAbout(found.subject(code, column, cellText(scanner, this.sheet, at)), scanner.row);
  }

  #written({ starts, ends }: CsvScanner, at: number): string {
    return decode(this.sheet.bytes.subarray(starts[at], ends[at]));
  }
}
