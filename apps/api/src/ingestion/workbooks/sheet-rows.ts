import { placeOf, rowOf } from './cell-place.js';
import type { CellWriter, WrittenCell } from './cell-writer.js';
import type { Attributes, XmlHandler } from './xml-part.js';

/** Hands the cells of a sheet's XML to a writer. Comments, formatting, hidden and merged cells are cells like others. */
export class SheetRows implements XmlHandler {
  #row = 0;
  #column = 0;
  #name = '';
  #cell: WrittenCell | null = null;
  #into: 'value' | 'inline' | 'formula' | null = null;
  #isPronunciation = false;
  #isInData = false;
  #isDone = false;

  /** @param lastRow rows beyond it are not read; null for all of them */
  constructor(
    private readonly writer: CellWriter,
    private readonly lastRow: number | null = null,
    private readonly onProgress?: (rows: number) => void,
  ) {}

  get isDone(): boolean {
    return this.#isDone;
  }

  open(name: string, attributes: Attributes): void {
    if (name === 'sheetData') this.#isInData = true;
    if (!this.#isInData) return;
    if (name === 'row') this.#startRow(attributes.r);
    else if (name === 'c') this.#startCell(attributes);
    else if (name === 'v') this.#into = 'value';
    else if (name === 't') this.#into = this.#isPronunciation ? null : 'inline';
    else if (name === 'f' && this.#cell) {
      this.#cell.formula = '';
      this.#into = 'formula';
    } else if (name === 'rPh') this.#isPronunciation = true;
  }

  text(text: string): void {
    if (this.#into === null || this.#cell === null) return;
    this.#cell[this.#into] = (this.#cell[this.#into] ?? '') + text;
  }

  close(name: string): void {
    if (name === 'c') this.#endCell();
    else if (name === 'rPh') this.#isPronunciation = false;
    else if (name === 'sheetData') this.#isInData = false;
    else if (name === 'v' || name === 't' || name === 'f') this.#into = null;
  }

  #startRow(written: string | undefined): void {
    const row = written === undefined ? this.#row + 1 : rowOf(written);
    if (this.lastRow !== null && row > this.lastRow) this.#isDone = true;
    else this.writer.startRow(row);
    this.#row = row;
    this.#column = 0;
    if (row % ROWS_PER_STEP === 0) this.onProgress?.(row);
  }

  #startCell({ r: name, t: type = '', s: style = '' }: Attributes): void {
    this.#column = name === undefined ? this.#column + 1 : placeOf(name).column;
    this.#name = name ?? '';
    this.#cell = { type, style, value: '', inline: '', formula: null };
  }

  #endCell(): void {
    if (this.#cell && !this.#isDone) this.writer.add(this.#column, this.#name, this.#cell);
    this.#cell = null;
  }
}

const ROWS_PER_STEP = 5_000;
