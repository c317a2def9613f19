import { doubled } from '../data-structures/doubled.js';
import { HashTable, NONE } from '../data-structures/hash-table.js';
import { FIRST_HASH, hashed, mixed } from '../data-structures/text-hash.js';
import { Cells } from './cells.js';
import type { EncodedSheet } from './encoding.js';

const FIRST_CAPACITY = 1024;
// With so many different texts, in every second row or more a new one, looking for equal ones costs more than it saves.
const ENOUGH_TO_JUDGE = 4096;

/**
 * Collects the cells of one column. Sheets repeat themselves, so equal cells share one text, which is read once;
 * while rows are collected, a text is only its place in the file.
 */
export class CellCollector {
  #rows = new Int32Array(FIRST_CAPACITY);
  #rowCount = 0;
  #starts = new Int32Array(FIRST_CAPACITY);
  #ends = new Int32Array(FIRST_CAPACITY);
  #textCount = 0;
  // Numbers the texts; null once the column turns out to repeat little. A text that finds no slot is kept again.
  #table: HashTable | null = new HashTable();

  readonly #bytes: Uint8Array;

  constructor(private readonly sheet: EncodedSheet) {
    this.#bytes = sheet.bytes;
  }

  /** Adds the cell of the next row: bytes from `start` to `end`. */
  add(start: number, end: number): void {
    if (this.#rowCount === this.#rows.length) this.#rows = doubled(this.#rows);
    const table = this.#table;
    this.#rows[this.#rowCount++] =
      table === null ? this.#addText(start, end) : this.#numberOf(table, start, end);
  }

  /** The column, complete; nothing can be added any more. */
  cells(): Cells {
    this.#table = null;
    return new Cells(this.sheet, this.#rows, this.#starts.subarray(0, this.#textCount), this.#ends);
  }

  #numberOf(table: HashTable, start: number, end: number): number {
    for (let number = table.first(this.#hashOf(start, end)); number !== NONE; number = table.next())
      if (this.#isSame(number, start, end)) return number;
    const number = table.add();
    if (number === ENOUGH_TO_JUDGE && number * 2 > this.#rowCount) this.#table = null;
    return this.#addText(start, end);
  }

  #hashOf(start: number, end: number): number {
    let hash = FIRST_HASH;
    for (let at = start; at < end; at++) hash = hashed(hash, this.#bytes[at] ?? 0);
    return mixed(hash);
  }

  #isSame(number: number, start: number, end: number): boolean {
    const other = this.#starts[number] ?? 0;
    if ((this.#ends[number] ?? 0) - other !== end - start) return false;
    for (let at = start, from = other; at < end; at++, from++)
      if (this.#bytes[at] !== this.#bytes[from]) return false;
    return true;
  }

  #addText(start: number, end: number): number {
    const number = this.#textCount++;
    if (number === this.#starts.length) {
      this.#starts = doubled(this.#starts);
      this.#ends = doubled(this.#ends);
    }
    this.#starts[number] = start;
    this.#ends[number] = end;
    return number;
  }
}
