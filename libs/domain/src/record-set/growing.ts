import type { Codes } from './record-set.js';

const FIRST_ROOM = 1024;
const MOST_ROOM = 32_768;

/** A column that grows part by part: one that doubles would have twice the room it needs, and thrice while it is copied. */
export class GrowingColumn<Column extends Int32Array | Uint32Array | Float64Array> {
  private readonly full: Column[] = [];
  private part: Column;
  private size = 0;

  /** @param make makes an empty column of a length */
  constructor(private readonly make: (length: number) => Column) {
    this.part = make(FIRST_ROOM);
  }

  /** Adds a value at the next position. */
  push(value: number): void {
    if (this.size === this.part.length) {
      this.full.push(this.part);
      this.part = this.make(Math.min(this.size * 2, MOST_ROOM));
      this.size = 0;
    }
    this.part[this.size++] = value;
  }

  /** The values in one column of exactly their number. */
  build(): Column {
    const parts = [...this.full, this.part.subarray(0, this.size)];
    const whole = this.make(parts.reduce((length, part) => length + part.length, 0));
    let start = 0;
    for (const part of parts) {
      whole.set(part, start);
      start += part.length;
    }
    return whole;
  }
}

/** Codes in as few bytes as the greatest of them needs. */
export function narrowed(codes: Uint32Array, distinct: number): Codes {
  if (distinct <= 0x100) return Uint8Array.from(codes);
  return distinct <= 0x1_0000 ? Uint16Array.from(codes) : codes;
}
