import { type NumberFormat, numberFormat, PLAIN_NUMBER } from './number-format.js';
import type { Attributes, XmlHandler } from './xml-part.js';

/** The styles of a workbook, as far as they say what the numbers in cells mean. */
export class CellFormats implements XmlHandler {
  readonly #codes = new Map<number, string>();
  readonly #ids: number[] = [];
  readonly #formats: NumberFormat[] = [];
  #isOfCells = false;

  /** What a number means in a cell of a style. */
  of(style: number): NumberFormat {
    return (this.#formats[style] ??= this.#formatOf(style));
  }

  open(name: string, { numFmtId, formatCode }: Attributes): void {
    if (name === 'numFmt') this.#codes.set(Number(numFmtId), formatCode ?? '');
    else if (name === 'cellXfs') this.#isOfCells = true;
    else if (name === 'xf' && this.#isOfCells) this.#ids.push(Number(numFmtId ?? 0));
  }

  close(name: string): void {
    if (name === 'cellXfs') this.#isOfCells = false;
  }

  #formatOf(style: number): NumberFormat {
    const id = this.#ids[style];
    return id === undefined ? PLAIN_NUMBER : numberFormat(id, this.#codes.get(id) ?? null);
  }
}
