import type { Codes } from './record-set.js';

const FIRST_ROOM = 1024;

/** A column that doubles its room when it is full. */
export class GrowingColumn<Column extends Int32Array | Uint32Array | Float64Array> {
  private column: Column;
  private size = 0;

  /** @param make makes an empty column of a length */
  constructor(private readonly make: (length: number) => Column) {
    this.column = make(FIRST_ROOM);
  }

  /** Adds a value at the next position. */
  push(value: number): void {
    if (this.size === this.column.length) {
      const grown = this.make(this.size * 2);
      grown.set(this.column);
      this.column = grown;
    }
    this.column[this.size++] = value;
  }

  /** The values in a column of exactly their number. */
  build(): Column {
    const exact = this.make(this.size);
    exact.set(this.column.subarray(0, this.size));
    return exact;
  }
}

/** Codes in as few bytes as the greatest of them needs. */
export function narrowed(codes: Uint32Array, distinct: number): Codes {
  if (distinct <= 0x100) return Uint8Array.from(codes);
  return distinct <= 0x1_0000 ? Uint16Array.from(codes) : codes;
}
