import { ByteFindings } from './byte-findings.js';
import type { CsvScanner } from './csv-scanner.js';
import type { EncodedSheet } from './encoding.js';
import { FindingStore } from './finding-store.js';
import type { Header } from './header.js';
import { contentFrom } from './line-text.js';
import { QuoteFindings } from './quote-findings.js';

/**
 * Findings about lines as they stand in the file, whatever becomes of them: bytes, quotes, texts above the header,
 * cells beyond it.
 *
 * @see docs/domain.md, section 9
 */
export class LineFindings {
  /** In the order of the sheet. */
  readonly found = new FindingStore();
  readonly #bytes: ByteFindings;
  readonly #quotes: QuoteFindings;

  constructor(
    private readonly sheet: EncodedSheet,
    private readonly header: Header,
  ) {
    this.#bytes = new ByteFindings(sheet);
    this.#quotes = new QuoteFindings(sheet, header);
  }

  /** Looks at the line that a scanner has just read. */
  look(scanner: CsvScanner): void {
    const { row, count } = scanner;
    const { header, sheet } = this;
    if (row < header.row && contentFrom(scanner, sheet) !== 'nothing')
      this.found.add('above_header', null, row);
    this.#bytes.take(row, scanner.end, this.found);
    this.#quotes.look(scanner, this.found);
    if (row > header.row && count > header.names.length) this.#lookBeyond(scanner);
  }

  /** Takes what stands behind the last line. */
  end({ row, end }: CsvScanner): void {
    this.#bytes.take(row + 1, end + 1, this.found);
  }

  /* A line that holds nothing but check boxes is no row. */
  #lookBeyond(scanner: CsvScanner): void {
    const isRow = contentFrom(scanner, this.sheet) === 'text';
    if (isRow && contentFrom(scanner, this.sheet, this.header.names.length) !== 'nothing')
      this.found.add('surplus_cells', null, scanner.row);
  }
}
