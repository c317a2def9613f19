import { SheetError } from './sheet-error.js';

/** Bytes that one line of a sheet may have, line breaks inside quotes included. */
const MAX_LINE_LENGTH = 1_000_000;

const QUOTE = 0x22;
const CARRIAGE_RETURN = 0x0d;
const FIRST_CAPACITY = 64;

/**
 * Walks over the lines of a CSV without making a text of any cell: separators, quotes and line breaks are the same
 * bytes in UTF-8 and Windows-1252, and a sheet has millions of cells.
 *
 * Quotes around a cell protect separators, line breaks and doubled quotes; a quote inside an unquoted cell is a
 * character like others, and so is what follows a closing quote.
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
  #at = 0;

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

  /**
   * Reads the next line.
   *
   * @returns false when there is none
   * @throws SheetError when the line is longer than {@link MAX_LINE_LENGTH} or leaves a quote open
   */
  next(): boolean {
    if (this.#at >= this.bytes.length) return false;
    const start = this.#at;
    this.row++;
    this.count = 0;
    let end = this.#readCell(start);
    while (this.bytes[end] === this.separator) end = this.#readCell(end + 1);
    if (end - start > MAX_LINE_LENGTH) throw tooLong(this.row);
    this.#dropCarriageReturn();
    this.#at = end + 1;
    return true;
  }

  /* Returns where the separator or line break after the cell stands. */
  #readCell(start: number): number {
    const { bytes, separator, lineBreak } = this;
    const { length } = bytes;
    let at = bytes[start] === QUOTE ? this.#closingQuote(start) + 1 : start;
    for (; at < length; at++) {
      const byte = bytes[at];
      if (byte === separator || byte === lineBreak) break;
    }
    this.#addCell(start, at);
    return at;
  }

  #closingQuote(opening: number): number {
    for (let at = opening + 1; ; at += 2) {
      at = this.bytes.indexOf(QUOTE, at);
      if (at === -1)
        throw this.bytes.length - opening > MAX_LINE_LENGTH ? tooLong(this.row) : openQuote(this.row);
      if (this.bytes[at + 1] !== QUOTE) return at;
    }
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

/** A copy with room for twice as many numbers. */
export function doubled(numbers: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(numbers.length * 2);
  larger.set(numbers);
  return larger;
}

/**
 * The text of a cell as it was written, without the quotes around it.
 *
 * @param written the decoded bytes of the cell
 */
export function unquoted(written: string): string {
  if (!written.startsWith('"')) return written;
  let closing = written.indexOf('"', 1);
  if (closing === written.length - 1) return written.slice(1, -1);
  while (written.charAt(closing + 1) === '"') closing = written.indexOf('"', closing + 2);
  return written.slice(1, closing).replaceAll('""', '"') + written.slice(closing + 1);
}

const tooLong = (row: number) =>
  new SheetError(
    'line_too_long',
    `Row ${row} is longer than ${MAX_LINE_LENGTH / 1e6} million bytes. ` +
      'A quote that is opened there and never closed is the usual reason: correct that row and upload again.',
  );

const openQuote = (row: number) =>
  new SheetError(
    'open_quote',
    `Row ${row} opens a quote that is never closed, so the rest of the file would be one cell. ` +
      'Close or remove the quote and upload again.',
  );
