import type { DealField, TextColumn } from '../deal/sheet-columns.js';
import { isUnknownValue, normaliseText, repair } from '../normalise/index.js';
import type { Cells } from './cells.js';
import { unguardCell } from './guard.js';
import type { ImportFindingCode, ImportFinding } from './sheet.js';

/** A finding that every row with the same text in the same column shares. */
export type TextFinding = Pick<ImportFinding, 'code' | 'message' | 'value'>;

/** A column of a sheet, read: what each distinct text became, and what there is to say about it. */
export interface SheetColumn<Value> {
  readonly field: DealField;
  readonly cells: Cells;
  /** By place of the text. */
  readonly values: readonly Value[];
  /** By place of the text. */
  readonly findings: ReadonlyMap<number, TextFinding>;
}

const PLAIN = /^[ -~]*$/;
/** Format characters show nothing; but joiners make letters and signs of some scripts, and emoji, what they are. */
const INVISIBLE = /(?![\u200c\u200d])\p{Cf}/gu;

/** A cell as it is read: repaired, without invisible characters and the export's guard, trimmed. */
export const cleanCell = (text: string): string =>
  unguardCell(PLAIN.test(text) ? text : repair(text).replace(INVISIBLE, '')).trim();

/** Reads a column of text; values that no vocabulary knows are kept and reported. */
export function readTextColumn(field: TextColumn, cells: Cells): SheetColumn<string | null> {
  const values = cells.mapTexts((text) => normaliseText(field, cleanCell(text)));
  const isUnknown = (value: string | null) => isUnknownValue(field, value);
  return {
    field,
    cells,
    values,
    findings: findingsAbout(cells, (at) => (isUnknown(values[at] ?? null) ? 'unknown_value' : null)),
  };
}

/** What there is to say about each distinct text of a column. */
export function findingsAbout(cells: Cells, codeOf: (at: number) => ImportFindingCode | null) {
  const findings = new Map<number, TextFinding>();
  for (let at = 0; at < cells.count; at++) {
    const code = codeOf(at);
    if (code !== null)
      findings.set(at, { code, message: messageOf(code, cells.text(at)), value: cells.text(at) });
  }
  return findings;
}

const MESSAGES: Readonly<Record<ImportFindingCode, (text: string) => string>> = {
  unreadable_date: (text) => `"${text}" is not a date that exists and can be read; the date is left empty.`,
  date_against_column: (text) =>
    `"${text}" can only be read with day and month the other way round than its column.`,
  unreadable_money: (text) => `"${text}" is not an amount that can be read; the amount is left empty.`,
  unknown_value: (text) => `"${text}" is not a known value; it is kept and counts as other.`,
  no_client: () => 'The row has no client and is skipped.',
  repeated_column: (text) => `"${text}" repeats a column that stands further left; only that one is read.`,
  quote_not_closed: (text) =>
    `${text} begins with a quote that never closes, so the quote is read as a character. Close or remove it in the sheet.`,
  quoted_rows: () =>
    'A quoted cell goes over several lines, one of which looks like a row of the sheet: rows may be lost in it. Check where the quote closes.',
};

const LONGEST_QUOTED = 80;
const shortened = (text: string) =>
  text.length > LONGEST_QUOTED ? `${text.slice(0, LONGEST_QUOTED)}…` : text;

/** What a finding says. */
export const messageOf = (code: ImportFindingCode, text: string): string => MESSAGES[code](shortened(text));
