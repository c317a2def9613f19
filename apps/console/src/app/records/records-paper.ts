import type { DealRecord } from '@app/contracts';
import type { Formats } from '../ui/base/formats';
import type { Paper, PaperColumn } from '../ui/paper/paper';
import { type RecordColumn, isDate, isNumber } from './record-columns';
import { RECORDS } from './texts';

/** Rows that paper takes, a good fifty pages; who wants more takes the file. */
export const MOST_ON_PAPER = 2_000;

/** A list of records to print. */
export interface RecordsToPrint {
  readonly records: readonly DealRecord[];
  /** How many the whole list has. */
  readonly total: number;
  readonly columns: readonly RecordColumn[];
  readonly cell: (record: DealRecord, column: RecordColumn) => string;
}

/** A list of records on paper; the heading of its card stands above it. It says where it is not the whole list. */
export function recordsPaper({ records, total, columns, cell }: RecordsToPrint, formats: Formats): Paper {
  const shown = records.slice(0, MOST_ON_PAPER);
  const isWhole = shown.length >= total;
  return {
    title: '',
    lines: isWhole ? [] : [RECORDS.firstOf(formats.count(shown.length), formats.count(total))],
    tables: [
      {
        heading: '',
        aside: '',
        columns: columns.map(columnNamed),
        rows: shown.map((record) => columns.map((column) => cell(record, column))),
      },
    ],
  };
}

function columnNamed(column: RecordColumn): PaperColumn {
  const label = RECORDS.columns[column];
  if (isNumber(column)) return { label, kind: 'number' };
  if (isDate(column)) return { label, kind: 'word' };
  return column === 'client' || column === 'reason' ? { label, kind: 'long' } : { label };
}
