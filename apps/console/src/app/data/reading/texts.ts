import type { ChooseReading } from '@app/contracts';

const ENCODINGS: Record<NonNullable<ChooseReading['encoding']>, string> = {
  'windows-1252': 'Western European (Windows-1252)',
  'windows-1250': 'Central European (Windows-1250)',
  'windows-1251': 'Cyrillic (Windows-1251)',
  'windows-1254': 'Turkish (Windows-1254)',
  macroman: 'Mac (MacRoman)',
};

const SEPARATORS: Record<NonNullable<ChooseReading['separator']>, string> = {
  comma: 'Comma',
  semicolon: 'Semicolon',
  tab: 'Tab',
};

const DATE_ORDERS: Record<NonNullable<ChooseReading['date_order']>, string> = {
  day_first: 'Day first (31/12/2026)',
  month_first: 'Month first (12/31/2026)',
};

export const READING = {
  heading: 'Was it read correctly?',
  intro:
    'Say how the sheet is written where the product got it wrong, then read it again. Once published, this is remembered for the view.',
  otherwise: 'Are these not its columns? Say how the sheet is written.',
  automatic: 'Automatic',
  found: (what: string) => `Automatic: ${what}`,
  sheet: 'Sheet of the workbook',
  encoding: 'Encoding',
  encodings: ENCODINGS,
  separator: 'Between cells',
  separators: SEPARATORS,
  headerRow: 'Row of the header',
  row: (row: string) => `Row ${row}`,
  dateOrder: 'Dates',
  dateOrders: DATE_ORDERS,
  columns: 'Columns that were not recognised',
  header: 'Column of the sheet',
  holds: 'It holds',
  field: 'Is',
  none: 'Not imported',
  chosenFor: (header: string) => `Column that “${header}” is`,
  proposed: 'Proposed',
  others: (count: string) => `${count} more columns are not recognised; the first 100 are listed.`,
  again: 'Read again',
  againHint: 'Nothing is published by it.',
  clash: (one: string, other: string, column: string) =>
    `“${one}” and “${other}” are both set to ${column}: keep one.`,
  same: 'Change a choice to read the file again.',
} as const;
