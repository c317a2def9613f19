import { TypedSheetWriter } from '@app/domain';
import type { CellFormats } from './cell-formats.js';
import { unescaped } from './escaped-text.js';
import { PLAIN_NUMBER } from './number-format.js';
import { clockTime, serialDay } from './serial-day.js';
import type { SharedStrings } from './shared-strings.js';
import { damaged, WorkbookError } from './workbook-error.js';

/** What a workbook says of all its cells. */
export interface CellMeanings {
  readonly texts: SharedStrings;
  readonly formats: CellFormats;
  /** Whether days are counted from 1904 instead of 1900. */
  readonly isFrom1904: boolean;
}

/** A cell as it is written in the XML of a sheet. */
export interface WrittenCell {
  /** `s`, `str`, `inlineStr`, `b`, `e` or `d`; `n` or empty for a number. */
  type: string;
  style: string;
  /** Its value, or the last result of its formula. */
  value: string;
  /** Text that stands in the cell itself. */
  inline: string;
  /** Null where there is none. */
  formula: string | null;
}

/** A formula that was never calculated: its result is nowhere in the file. */
const NOT_CALCULATED = '#CALC!';
const ISO_DAY = /^(\d{4}-\d{2}-\d{2})(?:T|$)/;
const HYPERLINK = /^\s*(?:_xlfn\.)?HYPERLINK\(\s*"((?:[^"]|"")*)"/i;
/** Digits of a double that people see: 0.07 is 7 %, not 7.000000000000001 %. */
const SHOWN_DIGITS = 15;
/**
 * What a line of any sheet may have, and what memory is kept for all of them: four times the largest CSV, since a
 * workbook of a few kilobytes can point a million times to one long text. Bytes.
 */
const MAX_ROW = 1_000_000;
const MAX_SHEET = 256 * 1024 * 1024;

/** Writes the cells of a sheet, each as what it means; those without anything are left out where nothing follows. */
export class CellWriter {
  readonly #sheet = new TypedSheetWriter();
  #row = 0;
  #filled = 0;
  #last = 0;

  /** @param links addresses that a click on a cell opens, by its name */
  constructor(
    private readonly meanings: CellMeanings,
    private readonly links: ReadonlyMap<string, string>,
  ) {}

  /** The sheet so far. */
  get sheet(): TypedSheetWriter {
    return this.#sheet;
  }

  /** Goes on with a later row. @throws WorkbookError when it is none */
  startRow(row: number): void {
    if (row <= this.#row) throw damaged(`row ${row} comes after row ${this.#row}`);
    this.#sheet.goTo(row);
    this.#row = row;
    this.#filled = this.#last = 0;
  }

  /** Adds a cell to the right of the last one. */
  add(column: number, name: string, cell: WrittenCell): void {
    if (column <= this.#last) throw damaged(`the cells of row ${this.#row} are out of order`);
    this.#last = column;
    const { type, value, formula } = cell;
    if (type === 's') this.#addText(column, this.meanings.texts.at(Number(value)), name, formula);
    else if (type === 'inlineStr') this.#addText(column, unescaped(cell.inline), name, formula);
    else if (type === 'str') this.#addText(column, unescaped(value), name, formula);
    else if (type === 'b') this.#addText(column, BOOLEANS.get(value) ?? value, name, formula);
    else if (type === 'e') this.#addText(column, value, name, formula);
    else if (type === 'd') this.#addText(column, ISO_DAY.exec(value)?.[1] ?? value, name, formula);
    else if (value !== '') this.#addNumber(column, name, cell);
    else if (formula !== null) this.#addText(column, NOT_CALCULATED, name, null);
  }

  #addNumber(column: number, name: string, { value, style, formula }: WrittenCell): void {
    const number = Number(value);
    if (!Number.isFinite(number)) {
      this.#addText(column, value, name, formula);
      return;
    }
    const { kind, currency } = style === '' ? PLAIN_NUMBER : this.meanings.formats.of(Number(style));
    if (kind === 'number') {
      this.#fillTo(column);
      this.#sheet.addNumber(number, currency);
    } else if (kind === 'date') this.#addDay(column, number);
    else this.#addText(column, SHOWN[kind](number), name, formula);
  }

  #addDay(column: number, serial: number): void {
    this.#fillTo(column);
    const day = serialDay(serial, this.meanings.isFrom1904);
    if (typeof day === 'string') this.#sheet.addText(day);
    else this.#sheet.addDay(day);
  }

  #addText(column: number, text: string, name: string, formula: string | null): void {
    if (text === '') return;
    this.#fillTo(column);
    this.#sheet.addText(text, this.links.get(name) ?? linkOf(formula));
    if (this.#sheet.rowLength > MAX_ROW) throw tooLong(this.#row);
    if (this.#sheet.length > MAX_SHEET) throw TOO_MUCH;
  }

  #fillTo(column: number): void {
    for (this.#filled++; this.#filled < column; this.#filled++) this.#sheet.addEmpty();
  }
}

const BOOLEANS: ReadonlyMap<string, string> = new Map([
  ['1', 'TRUE'],
  ['true', 'TRUE'],
  ['0', 'FALSE'],
  ['false', 'FALSE'],
]);

/** What a number looks like that is no amount. */
const SHOWN = {
  time: clockTime,
  percent: (fraction: number) => percentage(fraction * 100),
  percent_sign: (number: number) => percentage(number),
};

const percentage = (number: number) => `${Number(number.toPrecision(SHOWN_DIGITS))}%`;

const linkOf = (formula: string | null): string | null =>
  formula === null ? null : (HYPERLINK.exec(formula)?.[1]?.replaceAll('""', '"') ?? null);

const tooLong = (row: number) =>
  new WorkbookError(
    `Row ${row} holds more than a million bytes of text. Shorten the text in it, or delete the columns beside the data.`,
  );

const TOO_MUCH = new WorkbookError(
  'The sheet holds more than 256 MiB of text. Delete empty rows and columns below and beside the data, or split it.',
);
