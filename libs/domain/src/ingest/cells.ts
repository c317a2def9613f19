import { unquoted } from './csv-scanner.js';
import { decode, type EncodedSheet } from './encoding.js';

const BATCH = 2048;
const BETWEEN = 0;

/**
 * The cells of one column: each text once, nearly always, and which of them every row has. A text is no more than its
 * place in the file until somebody asks for it.
 */
export class Cells {
  /** How many texts there are; they are numbered from 0. */
  readonly count: number;

  /**
   * @param sheet the file
   * @param rows number of the text of each row
   * @param starts where each text begins in the file
   * @param ends where each ends, exclusive
   */
  constructor(
    private readonly sheet: EncodedSheet,
    private readonly rows: Int32Array,
    private readonly starts: Int32Array,
    private readonly ends: Int32Array,
  ) {
    this.count = starts.length;
  }

  /** Number of the text in a row; rows are counted from 0. */
  at(row: number): number {
    return this.rows[row] ?? 0;
  }

  /** A text as it was written, by its number. */
  text(place: number): string {
    return this.#texts(place, place + 1)[0] ?? '';
  }

  /** What a reader makes of each text, in order; the texts themselves are forgotten at once. */
  mapTexts<Value>(read: (text: string, place: number) => Value): Value[] {
    const values: Value[] = [];
    for (let from = 0; from < this.count; from += BATCH) {
      const texts = this.#texts(from, Math.min(from + BATCH, this.count));
      for (const text of texts) values.push(read(text, values.length));
    }
    return values;
  }

  /* Decoded together and cut at NUL, which no sheet has: a call of the decoder costs more than a text. */
  #texts(from: number, to: number): string[] {
    return decode(this.#joined(from, to), this.sheet.encoding).split('\0').map(unquoted);
  }

  #joined(from: number, to: number): Uint8Array {
    const { bytes } = this.sheet;
    const joined = new Uint8Array(this.#length(from, to) + to - from - 1);
    let next = 0;
    for (let place = from; place < to; place++) {
      if (place > from) joined[next++] = BETWEEN;
      const end = this.ends[place] ?? 0;
      for (let at = this.starts[place] ?? 0; at < end; at++) joined[next++] = bytes[at] ?? 0;
    }
    return joined;
  }

  #length(from: number, to: number): number {
    let length = 0;
    for (let place = from; place < to; place++) length += (this.ends[place] ?? 0) - (this.starts[place] ?? 0);
    return length;
  }
}
