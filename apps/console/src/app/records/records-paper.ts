import type { DealRecord } from '@app/contracts';
import type { Formats } from '../ui/base/formats';
import type { Paper, PaperColumn } from '../ui/paper/paper';
import { saidOfCut } from '../ui/paper/most-on-paper';
import { type RecordColumn, isDate, isNumber } from './record-columns';
import { RECORDS } from './texts';

/** A list of records to print. */
export interface RecordsToPrint {
  readonly records: readonly DealRecord[];
  /** Of which paper takes so many. */
  readonly most: number;
  /** How many the whole list has. */
  readonly total: number;
  readonly columns: readonly RecordColumn[];
  readonly cell: (record: DealRecord, column: RecordColumn) => string;
}

/** A list of records on paper; the heading of its card stands above it. It says where it is not the whole list. */
export function recordsPaper(
  { records, most, total, columns, cell }: RecordsToPrint,
  formats: Formats,
): Paper {
  const shown = records.slice(0, most);
  const said = saidOfCut(shown.length, total, formats);
  return {
    title: '',
    lines: said === '' ? [] : [said],
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
