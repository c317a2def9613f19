import { Cells } from './cells.js';
import { doubled } from './csv-scanner.js';
import type { EncodedSheet } from './encoding.js';

const FIRST_CAPACITY = 1024;
const MAX_PROBES = 32;
const FIRST_HASH = 0x811c9dc5 | 0;
const HASH_FACTOR = 0x01000193;
// Where so many texts are new in every second row or more often, looking for the same one costs more than it saves.
const ENOUGH_TO_JUDGE = 4096;

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

  readonly #bytes: Uint8Array;

  constructor(private readonly sheet: EncodedSheet) {
    this.#bytes = sheet.bytes;
  }

  /** Adds the cell of the next row: bytes from `start` to `end`. */
  add(start: number, end: number): void {
    if (this.#rowCount === this.#rows.length) this.#rows = doubled(this.#rows);
    this.#rows[this.#rowCount++] = this.#isRepetitive ? this.#placeOf(start, end) : this.#addText(start, end);
  }

  /** The column, complete; nothing can be added any more. */
  cells(): Cells {
    this.#stopLooking();
    return new Cells(this.sheet, this.#rows, this.#starts.subarray(0, this.#textCount), this.#ends);
  }

  /* Whoever makes cells collide on purpose gains nothing: after some probes a text is kept a second time. */
  #placeOf(start: number, end: number): number {
    const hash = this.#hashOf(start, end);
    const mask = this.#slots.length - 1;
    let slot = hash & mask;
    for (let probe = 0; probe < MAX_PROBES; probe++) {
      const place = (this.#slots[slot] ?? 0) - 1;
      if (place === -1) return this.#addNew(start, end, hash, slot);
      if (this.#hashes[place] === hash && this.#isSame(place, start, end)) return place;
      slot = (slot + 1) & mask;
    }
    return this.#addNew(start, end, hash, slot);
  }

  #hashOf(start: number, end: number): number {
    let hash = FIRST_HASH;
    for (let at = start; at < end; at++) hash = Math.imul(hash ^ (this.#bytes[at] ?? 0), HASH_FACTOR);
    return hash ^ (hash >>> 15);
  }

  #isSame(place: number, start: number, end: number): boolean {
    const other = this.#starts[place] ?? 0;
    if ((this.#ends[place] ?? 0) - other !== end - start) return false;
    for (let at = start, from = other; at < end; at++, from++)
      if (this.#bytes[at] !== this.#bytes[from]) return false;
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
      let slot = hash & mask;
      for (let probe = 0; probe < MAX_PROBES && slots[slot] !== 0; probe++) slot = (slot + 1) & mask;
      slots[slot] = place + 1;
    }
    this.#slots = slots;
  }
}
