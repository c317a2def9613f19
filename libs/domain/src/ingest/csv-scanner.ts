import { doubled } from '../data-structures/doubled.js';
import { SheetError } from './sheet-error.js';

/** Bytes that one line of a sheet may have, line breaks inside quotes included. */
const MAX_LINE_LENGTH = 1_000_000;

const QUOTE = 0x22;
const CARRIAGE_RETURN = 0x0d;
const LINE_FEED = 0x0a;
const TAB = 0x09;
/** No closing quote. */
const NEVER = -1;
const FIRST_CAPACITY = 64;

/**
 * Walks over the lines of a CSV without making a text of any cell: separators, quotes and line breaks are the same
 * bytes in UTF-8 and Windows-1252, and a sheet has millions of cells.
 *
 * Quotes around a cell protect separators, line breaks and doubled quotes. A quote opens such a cell only as its first
 * character and only when it closes: the first quote after it that is not doubled stands before a separator, a line
 * end or the end of the file, and under tab before the next tab. Any other quote is an ordinary character.
 *
 * @see docs/domain.md, section 9
 */
export class CsvScanner {
  /** Row of the sheet of the line just read; the first is 1. */
  row = 0;
  /** How many cells that line has. */
  count = 0;
  /** Where each of its cells begins, quotes included; used again for the next line, as are {@link ends}. */
  starts = new Int32Array(FIRST_CAPACITY);
  /** Where each of its cells ends, exclusive. */
  ends = new Int32Array(FIRST_CAPACITY);
  /** Positions of its cells that begin with a quote which does not close. */
  readonly unclosed: number[] = [];
  /** Positions of its quoted cells that go over several lines. */
  readonly overLines: number[] = [];
  #at = 0;
  #nextBreak = -1;

  /**
   * @param bytes a whole CSV
   * @param separator byte between cells
   * @param lineBreak byte that ends a line: line feed, or carriage return in a file without any line feed
   */
  constructor(
    private readonly bytes: Uint8Array,
    private readonly separator: number,
    private readonly lineBreak: number,
  ) {}

  /** The character between cells. */
  get separatorText(): string {
    return String.fromCharCode(this.separator);
  }

  /**
   * Reads the next line.
   *
   * @returns false when there is none
   * @throws SheetError when the line is longer than {@link MAX_LINE_LENGTH}
   */
  next(): boolean {
    if (this.#at >= this.bytes.length) return false;
    const start = this.#at;
    this.row++;
    this.count = 0;
    this.unclosed.length = this.overLines.length = 0;
    let end = this.#readCell(start);
    while (this.bytes[end] === this.separator) end = this.#readCell(end + 1);
    if (end - start > MAX_LINE_LENGTH) throw tooLong(this.row);
    this.#dropCarriageReturn();
    this.#at = end + 1;
    return true;
  }

  /* Returns the place of the separator or line break after the cell. */
  #readCell(start: number): number {
    const { bytes, separator, lineBreak } = this;
    const { length } = bytes;
    let at = bytes[start] === QUOTE ? this.#afterQuotes(start) : start;
    for (; at < length; at++) {
      const byte = bytes[at];
      if (byte === separator || byte === lineBreak) break;
    }
    this.#addCell(start, at);
    return at;
  }

  /* Where reading goes on in a cell that begins with a quote. */
  #afterQuotes(opening: number): number {
    const closing = this.#closingQuote(opening);
    if (closing === NEVER) {
      this.unclosed.push(this.count);
      return opening + 1;
    }
    if (this.#breakAfter(opening) < closing) this.overLines.push(this.count);
    return closing + 1;
  }

  /*
   * Quotes stand in runs. Only a run of odd length reaches beyond itself, and no further than the end of the next such
   * run: however many quotes do not close, no byte is looked at more than twice.
   */
  #closingQuote(opening: number): number {
    let at = this.bytes.indexOf(QUOTE, opening + 1);
    while (at !== NEVER && this.bytes[at + 1] === QUOTE) at = this.bytes.indexOf(QUOTE, at + 2);
    if (at === NEVER || !this.#endsCell(at + 1)) return NEVER;
    return this.separator === TAB && this.bytes.subarray(opening, at).includes(TAB) ? NEVER : at;
  }

  #endsCell(at: number): boolean {
    const { bytes, separator, lineBreak } = this;
    const byte = bytes[at];
    if (byte === undefined || byte === separator || byte === lineBreak) return true;
    return byte === CARRIAGE_RETURN && (at + 1 === bytes.length || bytes[at + 1] === LINE_FEED);
  }

  /* Looked for once for each line, not for each cell. */
  #breakAfter(at: number): number {
    if (this.#nextBreak < at) {
      const found = this.bytes.indexOf(this.lineBreak, at);
      this.#nextBreak = found === -1 ? this.bytes.length : found;
    }
    return this.#nextBreak;
  }

  #addCell(start: number, end: number): void {
    if (this.count === this.starts.length) this.#grow();
    this.starts[this.count] = start;
    this.ends[this.count] = end;
    this.count++;
  }

  #dropCarriageReturn(): void {
    const last = this.count - 1;
    const end = this.ends[last] ?? 0;
    if (end > (this.starts[last] ?? 0) && this.bytes[end - 1] === CARRIAGE_RETURN) this.ends[last] = end - 1;
  }

  #grow(): void {
    this.starts = doubled(this.starts);
    this.ends = doubled(this.ends);
  }
}

/**
 * The text of a cell: without the quotes around it when it is a quoted one, else as it was written.
 *
 * @param written the decoded bytes of the cell
 */
export function unquoted(written: string): string {
  if (!written.startsWith('"')) return written;
  let closing = written.indexOf('"', 1);
  while (closing !== -1 && written.charAt(closing + 1) === '"') closing = written.indexOf('"', closing + 2);
  return closing !== -1 && closing === written.length - 1
    ? written.slice(1, -1).replaceAll('""', '"')
    : written;
}

const tooLong = (row: number) =>
  new SheetError(
    'line_too_long',
    `Row ${row} is longer than ${MAX_LINE_LENGTH / 1e6} million bytes. ` +
      'A quote that is opened there and closed much later is the usual reason: correct that row and upload again.',
  );
