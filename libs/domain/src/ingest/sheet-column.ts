import type { DealField, TextColumn } from '../deal/sheet-columns.js';
import { isLink, isUnknownValue, knownValues, normaliseText, repair } from '../normalise/index.js';
import type { Cells } from './cells.js';
import { unguardCell } from './guard.js';
import type { ImportFindingCode, ImportFinding } from './sheet.js';
import { isSpreadsheetError } from './spreadsheet-error.js';

/** A column of a sheet, read: what each distinct text became, and what there is to say about it. */
export interface SheetColumn<Value> {
  readonly field: DealField;
  readonly cells: Cells;
  /** By place of the text. */
  readonly values: readonly Value[];
  readonly faults: TextFaults;
}

const PLAIN = /^[ -~]*$/;
/** Format characters show nothing; but joiners make letters and signs of some scripts, and emoji, what they are. */
const INVISIBLE = /(?![\u200c\u200d])\p{Cf}/gu;
const FORMAT = /\p{Cf}/u;

/** A cell as it is read: repaired, without invisible characters and the export's guard, trimmed. */
export const cleanCell = (text: string): string =>
  unguardCell(PLAIN.test(text) ? text : visible(repair(text))).trim();

const visible = (text: string) => (FORMAT.test(text) ? text.replace(INVISIBLE, '') : text);

/**
 * Reads a column of text. Values that no vocabulary knows, and links that are none, are kept and reported; errors of a
 * spreadsheet are nothing.
 */
export function readTextColumn(field: TextColumn, cells: Cells): SheetColumn<string | null> {
  const errors = new Set<number>();
  const values = cells.mapTexts((text, place) => {
    const cleaned = cleanCell(text);
    if (field === 'hubspot_link' && !isLink(cleaned)) {
      const target = normaliseText(field, cleanCell(cells.link(place) ?? ''));
      if (isLink(target)) return target;
    }
    if (!isSpreadsheetError(cleaned)) return normaliseText(field, cleaned);
    errors.add(place);
    return normaliseText(field, '');
  });
  const codeOf = (at: number) => {
    if (errors.has(at)) return 'spreadsheet_error';
    const value = values[at] ?? null;
    if (field === 'hubspot_link') return value === null || isLink(value) ? null : 'link_unusable';
    return isUnknownValue(field, value) ? 'unknown_value' : null;
  };
  return { field, cells, values, faults: faultsOf(cells, codeOf) };
}

/** What there is to say about the texts of a column: of each, by its place, 1 more than the place of its code, or 0. */
export type TextFaults = Uint8Array;

const NO_FAULTS: TextFaults = new Uint8Array(0);

/** What there is to say about each distinct text of a column. */
export function faultsOf(cells: Cells, codeOf: (at: number) => ImportFindingCode | null): TextFaults {
  const faults = new Uint8Array(cells.count);
  for (let at = 0; at < cells.count; at++) {
    const code = codeOf(at);
    if (code !== null) faults[at] = IMPORT_FINDING_CODES.indexOf(code) + 1;
  }
  return faults.some((fault) => fault > 0) ? faults : NO_FAULTS;
}

/** What there is to say about a text; undefined for nothing. */
export const faultAt = (faults: TextFaults, at: number): ImportFindingCode | undefined =>
  IMPORT_FINDING_CODES[(faults[at] ?? 0) - 1];

type Message = (text: string, column: DealField | null) => string;

/** What a cell of a workbook says whose formula has no result. */
export const UNCALCULATED = '#CALC!';
const NOT_CALCULATED =
  'The formula has no result in the file and is read as an empty cell. Open the file in Excel, correct the formula if it shows an error there, save the file and upload it again.';

const knownOf = (column: DealField | null) =>
  column === null ? '' : `Known are: ${knownValues(column).join(', ')}.`;

const MESSAGES: Readonly<Record<ImportFindingCode, Message>> = {
  unreadable_date: (text) => `"${text}" is not a date that exists and can be read; the date is left empty.`,
  date_against_column: (text) =>
    `"${text}" can only be read with day and month the other way round than its column. Check which is the day.`,
  unreadable_money: (text) => `"${text}" is not an amount that can be read; the amount is left empty.`,
  unknown_value: (text, column) =>
    `"${text}" is not a known value; it is kept and counts as other. ${knownOf(column)}`,
  no_client: () => 'The row has no client and is skipped.',
  repeated_column: (text) =>
    `"${text}" repeats a column that another header stands for; only that one is read.`,
  quote_not_closed: (text) =>
    `${text} begins with a quote that never closes, so the quote is read as a character. Close or remove it in the sheet.`,
  quoted_rows: () =>
    'A quoted cell goes over several lines, one of which looks like a row of the sheet: rows may be lost in it. Check where the quote closes.',
  spreadsheet_error: (text) =>
    text === UNCALCULATED
      ? NOT_CALCULATED
      : `"${text}" is an error of the spreadsheet and is read as an empty cell. Correct the formula in the sheet.`,
  link_unusable: (text) => `"${text}" is no link: it is kept, and no deal is recognised by it.`,
  separator_mixed: (text) =>
    `"${text}" is read as thousands, though other amounts of its column use the same separator for decimals. Check the amount.`,
  other_currency: (text) => `${text}: the numbers are taken as they are and not converted.`,
  date_order_turned: (text) =>
    `The dates of the column are read ${text}, unlike at the last import. Check a date with a day up to 12.`,
  bad_byte: () =>
    'The row has bytes that are no UTF-8 and show as \u201c\ufffd\u201d. Correct the text in the sheet, or save it as CSV UTF-8.',
  nul_removed: () =>
    'The row has NUL characters, which show nothing; they were removed. There is nothing to do.',
  above_header: () => 'The line stands above the header and is not read.',
  surplus_cells: () =>
    'The row has more cells than the header, and text in them, which is not read. A separator inside an amount or a text without quotes is the usual reason.',
  repeated_header: () => 'The row repeats the header and is skipped.',
  total_row: () =>
    'The row is the sum of rows above it and is skipped. If it is a deal, give its client a name that does not begin like a total.',
  encoding_guessed: (encoding) =>
    `The file does not say how it is encoded and was read as ${encoding}. Where accented letters look wrong, name the ` +
    'encoding for this view (Windows-1252, -1250, -1251, -1254 or MacRoman), or save the sheet as CSV UTF-8, and upload again.',
};

/** Every kind of finding. Source: docs/domain.md, section 9. */
export const IMPORT_FINDING_CODES = Object.keys(MESSAGES) as readonly ImportFindingCode[];

const LONGEST_QUOTED = 80;
const shortened = (text: string) =>
  text.length > LONGEST_QUOTED ? `${text.slice(0, LONGEST_QUOTED)}…` : text;

/** A finding about a whole row, with what it says about a text. */
export const rowFinding = (code: ImportFindingCode, row: number | null, text = ''): ImportFinding => ({
  row,
  column: null,
  code,
  message: messageOf(code, text),
  value: null,
  count: null,
  sum: null,
});

/** What a finding says. */
export const messageOf = (code: ImportFindingCode, text: string, column: DealField | null = null): string =>
  MESSAGES[code](shortened(text), column);
