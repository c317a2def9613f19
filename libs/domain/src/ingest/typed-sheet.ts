import { type Day, isoDay } from '../period/day.js';
import { CELL_SEPARATOR, LINK_MARK, NUMBER_MARK } from './typed-cells.js';
import { Utf8Writer } from './utf8-writer.js';

/** A sheet whose cells have types, such as a workbook's: made by a {@link TypedSheetWriter}, read as a CSV is. */
export interface TypedSheet {
  /** Its lines, as the reader takes them. */
  readonly bytes: Uint8Array;
  /** Where NULs were dropped, in order. */
  readonly nuls: readonly number[];
}

const SIZE = 1 << 20;
const MARKS = new RegExp(`[${CELL_SEPARATOR}${NUMBER_MARK}${LINK_MARK}]+`);
/** What would open a quoted cell, or end the line. */
const NEEDS_QUOTES = /^"|[\n\r]/;
const LINE_FEED = 0x0a;
const SEPARATOR = CELL_SEPARATOR.charCodeAt(0);

/**
 * Takes the cells of a sheet, row by row. What has a type keeps its meaning whatever the texts of its column look like:
 * a day is a day, and a number neither has thousands nor says how texts separate them.
 *
 * @see docs/domain.md, section 9
 */
export class TypedSheetWriter {
  #row = 1;
  #isRowEmpty = true;
  #rowStart = 0;
  readonly #writer = new Utf8Writer(SIZE);

  /** Row of the sheet that the next cell stands in; the first is 1. */
  get row(): number {
    return this.#row;
  }

  /** Bytes written so far. */
  get length(): number {
    return this.#writer.length;
  }

  /** Bytes of the row so far. */
  get rowLength(): number {
    return this.#writer.length - this.#rowStart;
  }

  /** A cell without anything in it. */
  addEmpty(): void {
    this.#begin();
  }

  /**
   * @param text what the cell shows
   * @param link address that a click on it opens
   */
  addText(text: string, link: string | null = null): void {
    this.#begin();
    const plain = withoutMarks(text);
    const content = link === null ? plain : `${plain}${LINK_MARK}${withoutMarks(link)}`;
    this.#writer.addText(NEEDS_QUOTES.test(content) ? `"${content.replaceAll('"', '""')}"` : content);
  }

  /**
   * @param value a finite number
   * @param currency sign or code that its format shows
   */
  addNumber(value: number, currency: string | null = null): void {
    this.#begin();
    this.#writer.addText(
      `${NUMBER_MARK}${value}${currency === null ? '' : NUMBER_MARK + withoutMarks(currency)}`,
    );
  }

  /** A calendar date. */
  addDay(day: Day): void {
    this.#begin();
    this.#writer.addText(isoDay(day));
  }

  /** Goes on with a later row; those between are empty. */
  goTo(row: number): void {
    for (; this.#row < row; this.#row++) this.#writer.add(LINE_FEED);
    this.#isRowEmpty = true;
    this.#rowStart = this.#writer.length;
  }

  /** The sheet, complete; nothing can be added any more. */
  sheet(): TypedSheet {
    const { bytes, nuls } = this.#writer;
    return { bytes, nuls };
  }

  #begin(): void {
    if (!this.#isRowEmpty) this.#writer.add(SEPARATOR);
    this.#isRowEmpty = false;
  }
}

/* Control characters, which show nothing. */
const withoutMarks = (text: string) => (MARKS.test(text) ? text.split(MARKS).join('') : text);
