import { unquoted } from './csv-scanner.js';
import { decode, type EncodedSheet } from './encoding.js';
import { NUMBER_MARK, typedCurrency, typedLink, typedText } from './typed-cells.js';

const BATCH = 2048;
const BETWEEN = 0;
const NUMBER = NUMBER_MARK.charCodeAt(0);

/**
 * The cells of one column: each text once, nearly always, and which of them every row has. A text is kept
 * as its place in the file, and decoded when it is asked for.
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
    readonly sheet: EncodedSheet,
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

  /** Where a text begins in the file. */
  start(place: number): number {
    return this.starts[place] ?? 0;
  }

  /** Where a text ends in the file, exclusive. */
  end(place: number): number {
    return this.ends[place] ?? 0;
  }

  /** A text as it was written, by its number. */
  text(place: number): string {
    return this.#texts([place])[0] ?? '';
  }

  /** Whether a text is a number by its type, and not a text that looks like one. */
  isNumber(place: number): boolean {
    return this.sheet.isTyped && this.sheet.bytes[this.start(place)] === NUMBER;
  }

  /** The currency, a sign or a code, that the format of a number names; null without one. */
  currency(place: number): string | null {
    return this.isNumber(place) ? typedCurrency(this.#written(place)) : null;
  }

  /** The address that a click on a cell opens; null without one. */
  link(place: number): string | null {
    return this.sheet.isTyped ? typedLink(this.#written(place)) : null;
  }

  /** Passes texts to a function by their numbers, in order; none is kept. */
  eachText(places: readonly number[], take: (text: string, place: number) => void): void {
    for (let from = 0; from < places.length; from += BATCH) {
      const batch = places.slice(from, from + BATCH);
      const texts = this.#texts(batch);
      for (let at = 0; at < batch.length; at++) take(texts[at] ?? '', batch[at] ?? 0);
    }
  }

  /** What a function reads from each text, in order. */
  mapTexts<Value>(read: (text: string, place: number) => Value): Value[] {
    const values: Value[] = [];
    const all = Array.from({ length: this.count }, (_, place) => place);
    this.eachText(all, (text, place) => values.push(read(text, place)));
    return values;
  }

  /* Decoded together and split at NUL, which a sheet has no more: calling the decoder costs more than decoding a text. */
  #texts(places: readonly number[]): string[] {
    return decode(this.#joined(places))
      .split('\0')
      .map(this.sheet.isTyped ? typedText : unquoted);
  }

  #written(place: number): string {
    return decode(this.sheet.bytes.subarray(this.start(place), this.end(place)));
  }

  #joined(places: readonly number[]): Uint8Array {
    const { bytes } = this.sheet;
    const joined = new Uint8Array(this.#length(places) + places.length - 1);
    let next = 0;
    for (const place of places) {
      if (next > 0 || place !== places[0]) joined[next++] = BETWEEN;
      const end = this.end(place);
      for (let at = this.start(place); at < end; at++) joined[next++] = bytes[at] ?? 0;
    }
    return joined;
  }

  #length(places: readonly number[]): number {
    let length = 0;
    for (const place of places) length += this.end(place) - this.start(place);
    return length;
  }
}
