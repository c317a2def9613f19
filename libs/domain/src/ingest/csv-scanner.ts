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
 * bytes wherever they stand in UTF-8, and a sheet has millions of cells. Lines end at CRLF, LF or CR, in any mix.
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
  #at: number;
  #nextLineFeed = -1;
  #nextReturn = -1;

  /**
   * @param bytes a whole CSV
   * @param separator byte between cells
   * @param start where its first line begins
   */
  constructor(
    private readonly bytes: Uint8Array,
    private readonly separator: number,
    start = 0,
  ) {
    this.#at = start;
  }

  /** Where the next line begins; beyond the file after a last line that does not end. */
  get end(): number {
    return this.#at;
  }

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
    if (end - start > MAX_LINE_LENGTH) throw tooLong(this.row, this.#longest());
    this.#at = this.bytes[end] === CARRIAGE_RETURN && this.bytes[end + 1] === LINE_FEED ? end + 2 : end + 1;
    return true;
  }

  /* Returns the place of the separator or line break after the cell. */
  #readCell(start: number): number {
    const { bytes, separator } = this;
    const { length } = bytes;
    let at = bytes[start] === QUOTE ? this.#afterQuotes(start) : start;
    for (; at < length; at++) {
      const byte = bytes[at];
      if (byte === separator || byte === LINE_FEED || byte === CARRIAGE_RETURN) break;
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
    const byte = this.bytes[at];
    return byte === undefined || byte === this.separator || byte === LINE_FEED || byte === CARRIAGE_RETURN;
  }

  /* Looked for once for each line, not for each cell. */
  #breakAfter(at: number): number {
    if (this.#nextLineFeed < at) this.#nextLineFeed = this.#next(LINE_FEED, at);
    if (this.#nextReturn < at) this.#nextReturn = this.#next(CARRIAGE_RETURN, at);
    return Math.min(this.#nextLineFeed, this.#nextReturn);
  }

  #next(byte: number, from: number): number {
    const at = this.bytes.indexOf(byte, from);
    return at === NEVER ? this.bytes.length : at;
  }

  #addCell(start: number, end: number): void {
    if (this.count === this.starts.length) this.#grow();
    this.starts[this.count] = start;
    this.ends[this.count] = end;
    this.count++;
  }

  /* Position of the longest cell of the line. */
  #longest(): number {
    let longest = 0;
    for (let at = 1; at < this.count; at++) if (this.#lengthOf(at) > this.#lengthOf(longest)) longest = at;
    return longest;
  }

  #lengthOf(at: number): number {
    return (this.ends[at] ?? 0) - (this.starts[at] ?? 0);
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

/* As spreadsheets name columns: A to Z, AA and so on. */
function columnName(at: number): string {
  const last = String.fromCharCode(LETTER_A + (at % LETTERS));
  return at < LETTERS ? last : columnName(Math.floor(at / LETTERS) - 1) + last;
}

const LETTER_A = 0x41;
const LETTERS = 26;

const tooLong = (row: number, longest: number) =>
  new SheetError(
    'line_too_long',
    `Row ${row} is longer than ${MAX_LINE_LENGTH / 1e6} million bytes; its longest cell is in column ${columnName(longest)}. ` +
      'A quote that is opened there and closed much later is the usual reason: correct that row and upload again.',
  );
