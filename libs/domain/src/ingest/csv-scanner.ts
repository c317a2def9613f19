import { SheetError } from './sheet-error.js';
import type { Separator } from './sheet.js';

/** Characters that one line of a sheet may have, quoted line breaks included. */
export const MAX_LINE_LENGTH = 1_000_000;

/**
 * Takes a line of a sheet. The array is used again for the next one: keep its texts, not the array. Cells from
 * `count` on belong to earlier lines. Returning false ends the reading.
 */
export type TakeLine = (cells: readonly string[], count: number) => boolean;

/**
 * Splits text into lines and cells: quotes around a cell protect separators, line breaks and doubled quotes; a quote
 * inside an unquoted cell is a character like others, and so is what follows a closing quote.
 *
 * Works on pieces of any size and searches instead of walking, because a sheet has millions of cells.
 */
export class CsvScanner {
  readonly #cells: string[] = [];
  #count = 0;
  #line = 1;
  #rest = '';
  #isEnded = false;

  /**
   * @param separator between cells
   * @param lineBreak `\n` (with or without `\r` before it), or `\r` for a file without any `\n`
   * @param take called for each line in order
   */
  constructor(
    private readonly separator: Separator,
    private readonly lineBreak: '\n' | '\r',
    private readonly take: TakeLine,
  ) {}

  /** Whether the taker wants no more. */
  get isEnded(): boolean {
    return this.#isEnded;
  }

  /**
   * Reads the lines that a piece completes.
   *
   * @throws SheetError when a line is longer than {@link MAX_LINE_LENGTH}
   */
  push(piece: string): void {
    this.#scan(this.#rest + piece);
    if (this.#rest.length > MAX_LINE_LENGTH) throw tooLong(this.#line);
  }

  /**
   * Reads the last line, if it has no line break.
   *
   * @throws SheetError when a quote is still open
   */
  end(): void {
    if (this.#rest === '' || this.#isEnded) return;
    this.#scan(this.#rest + this.lineBreak);
    if (this.#rest !== '') throw openQuote(this.#line);
  }

  #scan(text: string): void {
    const marks = new Marks(text, this.separator, this.lineBreak);
    let start = 0;
    while (!this.#isEnded) {
      const next = this.#readLine(marks, start);
      if (next === -1) break;
      if (next - start > MAX_LINE_LENGTH) throw tooLong(this.#line);
      this.#isEnded = !this.take(this.#cells, this.#count);
      this.#line++;
      start = next;
    }
    this.#rest = text.slice(start);
  }

  /* Where the line after the one at `start` begins; -1 when the text ends before the line does. */
  #readLine(marks: Marks, start: number): number {
    this.#count = 0;
    const end = marks.lineBreak.from(start);
    if (marks.quote.from(start) < end) return this.#readQuotedLine(marks, start);
    if (end === NOWHERE) return -1;
    this.#readPlainCells(marks, start, end);
    return end + 1;
  }

  #readPlainCells(marks: Marks, start: number, end: number): void {
    const last = marks.endOfLine(start, end);
    let at = start;
    for (let next = marks.separator.from(at); next < end; next = marks.separator.from(at)) {
      this.#cells[this.#count++] = marks.text.slice(at, next);
      at = next + 1;
    }
    this.#cells[this.#count++] = marks.text.slice(at, Math.max(at, last));
  }

  #readQuotedLine(marks: Marks, start: number): number {
    for (let at = start; ;) {
      const opened = marks.text.charAt(at) === QUOTE;
      const closed = opened ? closingQuote(marks, at + 1) : at;
      if (closed === NOWHERE) return -1;
      const separator = marks.separator.from(closed);
      const lineBreak = marks.lineBreak.from(closed);
      const end = Math.min(separator, lineBreak);
      if (end === NOWHERE) return -1;
      const last = end === lineBreak ? Math.max(closed, marks.endOfLine(at, end)) : end;
      this.#cells[this.#count++] = opened
        ? unquoted(marks.text.slice(at + 1, closed)) + marks.text.slice(closed + 1, last)
        : marks.text.slice(at, last);
      if (end === lineBreak) return end + 1;
      at = end + 1;
    }
  }
}

const QUOTE = '"';
const NOWHERE = Number.MAX_SAFE_INTEGER;

/* Each next mark is looked for once, however often it is asked for: the whole text is searched once a mark. */
class Mark {
  #at = -1;

  constructor(
    private readonly text: string,
    private readonly mark: string,
  ) {}

  /** Where the mark is next, from a position that never decreases. */
  from(position: number): number {
    if (this.#at < position) {
      const found = this.text.indexOf(this.mark, position);
      this.#at = found === -1 ? NOWHERE : found;
    }
    return this.#at;
  }
}

class Marks {
  readonly quote: Mark;
  readonly separator: Mark;
  readonly lineBreak: Mark;

  constructor(
    readonly text: string,
    separator: string,
    lineBreak: string,
  ) {
    this.quote = new Mark(text, QUOTE);
    this.separator = new Mark(text, separator);
    this.lineBreak = new Mark(text, lineBreak);
  }

  endOfLine(start: number, lineBreak: number): number {
    return lineBreak > start && this.text.charAt(lineBreak - 1) === '\r' ? lineBreak - 1 : lineBreak;
  }
}

function closingQuote(marks: Marks, from: number): number {
  for (let at = from; ; at += 2) {
    at = marks.quote.from(at);
    if (at === NOWHERE || marks.text.charAt(at + 1) !== QUOTE) return at;
  }
}

const unquoted = (text: string) => (text.includes(QUOTE) ? text.replaceAll('""', QUOTE) : text);

const tooLong = (line: number) =>
  new SheetError(
    'line_too_long',
    `Row ${line} is longer than ${MAX_LINE_LENGTH.toLocaleString('en')} characters. ` +
      'A quote that is opened there and never closed is the usual reason: correct that row and upload again.',
  );

const openQuote = (line: number) =>
  new SheetError(
    'open_quote',
    `Row ${line} opens a quote that is never closed, so the rest of the file would be one cell. ` +
      'Close or remove the quote and upload again.',
  );
