import { isoDay } from '../period/day.js';
import { type NaiveRow, type NaiveSheet, NAIVE_COLUMNS, readNaively } from '../testing/naive-sheet.js';
import { readSheet } from './read-sheet.js';
import { SheetError } from './sheet-error.js';
import type { ImportFindingCode, Sheet } from './sheet.js';

const COUNT = Number(process.env.HOSTILE_SHEETS ?? 400);
const SEED = Number(process.env.HOSTILE_SEED ?? 11);
const HEADERS = Object.keys(NAIVE_COLUMNS);

/** Numbers that follow from a seed alone, so that a sheet can be made again. */
function random(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const PIECES = [
  ...[
    'Acme',
    'Zoë',
    'x',
    ' ',
    '  ',
    ',',
    ';',
    '\t',
    '"',
    '""',
    '"a',
    'a"',
    '\n',
    '\r',
    '\r\n',
    '|',
    "'",
    "'=",
  ],
  ...[
    '=1+1',
    '@b',
    '-',
    '+',
    '#N/A',
    'TRUE',
    'FALSE',
    '\u200b',
    '\u00a0',
    '\u202e',
    '🙂',
    'שלום',
    '<b>',
    '$ne',
  ],
  ...[
    '12',
    '1.50',
    '1,000',
    '2026-04-03',
    '31/02/2026',
    '3/4/2026',
    'Won',
    'Lost',
    '\u2028',
    '\u000b',
    '\0',
    '%',
  ],
];

/** A sheet of random pieces: header among junk, rows of any width, quotes and line ends wherever they fall. */
function hostileSheet(seed: number): string {
  const below = random(seed);
  const one = <Value>(values: readonly Value[]): Value => values[below(values.length)] as Value;
  const separator = one([',', ';', '\t']);
  const many = <Value>(most: number, make: () => Value) => Array.from({ length: below(most + 1) }, make);
  const cell = () => {
    const text = many(3, () => one(PIECES)).join('');
    return below(4) === 0 ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const header = HEADERS.filter((_, at) => at < 2 || below(3) > 0).map((name) =>
    one([name, name.toUpperCase(), ` ${name} `, `"${name}"`]),
  );
  if (below(3) === 0) header.splice(below(header.length), 0, one(['', 'Notes', '%']));
  const row = () => (below(12) === 0 ? header : Array.from({ length: below(header.length + 2) }, cell));
  const lines = [...many(2, () => many(2, cell)), header, ...many(12, row)];
  const mark = below(5) === 0 ? '\ufeff' : '';
  return mark + lines.map((cells) => cells.join(separator) + one(['\n', '\r\n', '\r', '\n\n'])).join('');
}

function read(text: string): Sheet | SheetError {
  try {
    return readSheet(new TextEncoder().encode(text), { dateOrder: 'day_first', dedupe: 'none' });
  } catch (error) {
    if (error instanceof SheetError) return error;
    throw error;
  }
}

/** @returns whether the sheet was read, and not refused */
function compare(text: string): boolean {
  const naive = readNaively(text);
  const sheet = read(text);
  const rows = naive.rows.filter((row) => !isSkipped(row));
  if (sheet instanceof SheetError) {
    if (sheet.code === 'no_client_column') expect(naive.header).toBeNull();
    else expect(rows).toEqual([]);
    return false;
  }
  expect(sheet.report.header_row).toBe(naive.header?.row);
  expect(sheet.rows.map(({ row }) => row)).toEqual(rows.map(({ row }) => row));
  for (const [at, { client, month }] of sheet.rows.entries()) {
    expect(client).toBe(rows[at]?.cells.client);
    expect(month ?? '').toBe(withoutErrors(rows[at]?.cells.month ?? ''));
  }
  checkReport(sheet, naive);
  checkCells(sheet, rows);
  return true;
}

const isSkipped = ({ cells, isHeader }: NaiveRow) => isHeader || withoutErrors(cells.client ?? '') === '';
const withoutErrors = (text: string) => (text === '#N/A' ? '' : text);

/* No row is dropped without being reported. */
function checkReport({ report }: Sheet, { rows, unclosed, surplus, above }: NaiveSheet): void {
  const skipped = rows.filter(isSkipped);
  expect(report).toMatchObject({
    rows_read: rows.length,
    skipped: skipped.length,
    kept: rows.length - skipped.length,
  });
  const rowsWith = (...codes: ImportFindingCode[]) =>
    [...report.findings].filter(({ code }) => codes.includes(code)).map(({ row }) => row);
  expect(rowsWith('no_client', 'repeated_header')).toEqual(skipped.map(({ row }) => row));
  expect(rowsWith('quote_not_closed')).toEqual(unclosed);
  expect(rowsWith('surplus_cells')).toEqual(surplus);
  expect(rowsWith('above_header')).toEqual(above);
}

/* Plain amounts and dates are what they say; whatever else has text has a value or a finding, never neither. */
function checkCells({ rows, report }: Sheet, naive: readonly NaiveRow[]): void {
  const isFound = new Set([...report.findings].map(({ row, column }) => `${row} ${column}`));
  for (const [at, { row, expected_arr, poa_date }] of rows.entries()) {
    const { expected_arr: amount = '', poa_date: day = '' } = naive[at]?.cells ?? {};
    if (/^\d{1,9}(?:\.\d\d)?$/.test(amount)) expect(expected_arr).toBe(Number(amount));
    else
      expect([row, expected_arr !== null || isFound.has(`${row} expected_arr`)]).toEqual([
        row,
        amount !== '',
      ]);
    if (/^\d{4}-\d\d-\d\d$/.test(day)) expect(isoDay(poa_date ?? 0)).toBe(day);
    else expect([row, poa_date !== null || isFound.has(`${row} poa_date`)]).toEqual([row, day !== '']);
  }
}

it(`${COUNT} hostile sheets are read as a reader without a thought for speed reads them`, () => {
  let taken = 0;
  for (let seed = SEED; seed < SEED + COUNT; seed++) {
    const text = hostileSheet(seed);
    try {
      if (compare(text)) taken++;
    } catch (error) {
      throw new Error(`Sheet ${seed}, ${JSON.stringify(text)}: ${(error as Error).message}`, {
        cause: error,
      });
    }
  }
  expect(taken).toBeGreaterThan(COUNT / 2);
});
