import { damaged } from './workbook-error.js';

const PLACE = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$/i;
/** A sheet of Excel has so many columns and rows. */
const MAX_COLUMNS = 16_384;
const MAX_ROWS = 1_048_576;

/** The row and the column of a cell, both from 1, by its name such as `B7`. @throws WorkbookError when it is none */
export function placeOf(name: string): { row: number; column: number } {
  const [, letters = '', digits = ''] = PLACE.exec(name) ?? [];
  const column = columnOf(letters);
  const row = Number(digits);
  if (column < 1 || column > MAX_COLUMNS || row > MAX_ROWS)
    throw damaged(`a cell is called "${name.slice(0, 20)}"`);
  return { row, column };
}

/** The number of a row as an element states it. @throws WorkbookError when it is none */
export function rowOf(written: string): number {
  const row = /^[1-9]\d{0,6}$/.test(written) ? Number(written) : 0;
  if (row < 1 || row > MAX_ROWS) throw damaged(`a row has the number "${written.slice(0, 20)}"`);
  return row;
}

function columnOf(letters: string): number {
  let column = 0;
  for (let at = 0; at < letters.length; at++) column = column * 26 + (letters.charCodeAt(at) & 31);
  return column;
}
