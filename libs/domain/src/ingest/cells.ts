import { doubled, unquoted } from './csv-scanner.js';
import { decode, type EncodedSheet } from './encoding.js';

/** The cells of one column: each text once, and which of them every row has. */
export interface Cells {
  /** As they were written; nearly always different from each other. */
  readonly texts: readonly string[];
  /** Place in {@link texts} of the text in a row; rows are counted from 0. */
  at(row: number): number;
}

const FIRST_CAPACITY = 1024;
const MOST_PROBES = 32;
// Where so many texts are new in every second row or more often, looking for the same one costs more than it saves.
const ENOUGH_TO_JUDGE = 4096;
const BETWEEN = 0;

/**
 * Collects the cells of one column. Sheets repeat themselves, so whatever is made of a text is made once; and until
 * the column is complete a text is no more than its place in the file.
 */
export class CellCollector {
  #rows = new Int32Array(FIRST_CAPACITY);
  #rowCount = 0;
  #starts = new Int32Array(FIRST_CAPACITY);
  #ends = new Int32Array(FIRST_CAPACITY);
  #hashes = new Int32Array(FIRST_CAPACITY);
  #textCount = 0;
  #isRepetitive = true;
  // Open addressing: place of a text plus one, 0 for free.
  #slots = new Int32Array(FIRST_CAPACITY * 2);

  constructor(private readonly bytes: Uint8Array) {}

  /** Adds the cell of the next row: bytes from `start` to `end`, and their hash. */
  add(start: number, end: number, hash: number): void {
    if (this.#rowCount === this.#rows.length) this.#rows = doubled(this.#rows);
    this.#rows[this.#rowCount++] = this.#isRepetitive
      ? this.#placeOf(start, end, hash)
      : this.#addText(start, end);
  }

  /** The column, complete; nothing can be added any more. */
  cells(encoding: EncodedSheet['encoding']): Cells {
    const rows = this.#rows;
    const texts = this.#textCount === 0 ? [] : decode(this.#joined(), encoding).split('\0').map(unquoted);
    this.#slots = this.#starts = this.#ends = this.#hashes = new Int32Array(0);
    return { texts, at: (row) => rows[row] ?? 0 };
  }

  /* Whoever makes cells collide on purpose gains nothing: after some probes a text is kept a second time. */
  #placeOf(start: number, end: number, hash: number): number {
    const mask = this.#slots.length - 1;
    let slot = (hash ^ (hash >>> 15)) & mask;
    for (let probe = 0; probe < MOST_PROBES; probe++) {
      const place = (this.#slots[slot] ?? 0) - 1;
      if (place === -1) return this.#addNew(start, end, hash, slot);
      if (this.#hashes[place] === hash && this.#isSame(place, start, end)) return place;
      slot = (slot + 1) & mask;
    }
    return this.#addNew(start, end, hash, slot);
  }

  #isSame(place: number, start: number, end: number): boolean {
    const other = this.#starts[place] ?? 0;
    if ((this.#ends[place] ?? 0) - other !== end - start) return false;
    for (let at = start, from = other; at < end; at++, from++)
      if (this.bytes[at] !== this.bytes[from]) return false;
    return true;
  }

  #addNew(start: number, end: number, hash: number, slot: number): number {
    const place = this.#addText(start, end);
    if (place >= this.#hashes.length) this.#hashes = doubled(this.#hashes);
    this.#hashes[place] = hash;
    this.#slots[slot] = place + 1;
    if (place === ENOUGH_TO_JUDGE && place * 2 > this.#rowCount) this.#stopLooking();
    else if (place * 2 > this.#slots.length) this.#rehash();
    return place;
  }

  #addText(start: number, end: number): number {
    const place = this.#textCount++;
    if (place === this.#starts.length) {
      this.#starts = doubled(this.#starts);
      this.#ends = doubled(this.#ends);
    }
    this.#starts[place] = start;
    this.#ends[place] = end;
    return place;
  }

  #stopLooking(): void {
    this.#isRepetitive = false;
    this.#slots = this.#hashes = new Int32Array(0);
  }

  #rehash(): void {
    const slots = new Int32Array(this.#slots.length * 2);
    const mask = slots.length - 1;
    for (let place = 0; place < this.#textCount; place++) {
      const hash = this.#hashes[place] ?? 0;
      let slot = (hash ^ (hash >>> 15)) & mask;
      for (let probe = 0; probe < MOST_PROBES && slots[slot] !== 0; probe++) slot = (slot + 1) & mask;
      slots[slot] = place + 1;
    }
    this.#slots = slots;
  }

  /* One text a column is decoded and cut: NUL, which no sheet has, stands between the texts. */
  #joined(): Uint8Array {
    let length = this.#textCount - 1;
    for (let place = 0; place < this.#textCount; place++)
      length += (this.#ends[place] ?? 0) - (this.#starts[place] ?? 0);
    const joined = new Uint8Array(length);
    let to = 0;
    for (let place = 0; place < this.#textCount; place++) {
      if (place > 0) joined[to++] = BETWEEN;
      const end = this.#ends[place] ?? 0;
      for (let at = this.#starts[place] ?? 0; at < end; at++) joined[to++] = this.bytes[at] ?? 0;
    }
    return joined;
  }
}
