import type { Readable } from 'node:stream';
import { unprocessable } from '../http/problem.js';
import { requiredOneOf } from '../http/query-parameters.js';
import { csvFile } from './csv-file.js';
import type { ExportTable } from './export-table.js';
import { MAX_XLSX_ROWS, xlsxFile } from './xlsx-file.js';

/** A kind of file. */
export interface ExportFormat {
  readonly ending: string;
  readonly mediaType: string;
  /** Rows that it holds below its header. */
  readonly maxRows: number;
  readonly write: (table: ExportTable) => Readable;
}

/** The kinds of files, by the name they are asked by. */
export const EXPORT_FORMATS = {
  csv: { ending: 'csv', mediaType: 'text/csv; charset=utf-8', maxRows: Infinity, write: csvFile },
  xlsx: {
    ending: 'xlsx',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    maxRows: MAX_XLSX_ROWS,
    write: xlsxFile,
  },
} as const satisfies Record<string, ExportFormat>;

/** The kind of file that is asked for. */
export const FORMAT = requiredOneOf(
  {
    name: 'format',
    description: 'The kind of file: CSV (UTF-8 with BOM) or an Excel workbook with typed dates and numbers.',
    example: 'csv',
  },
  ['csv', 'xlsx'],
);

/** @throws ProblemException (422) when a list does not fit into one file */
export function checkRows({ maxRows }: ExportFormat, rows: number): void {
  if (rows <= maxRows) return;
  const message = `The list has ${counted(rows)} rows and a sheet of Excel holds ${counted(maxRows)} below its header: filter the list, or export it as CSV.`;
  throw unprocessable(message, { errors: [{ field: 'format', message }] });
}

const counted = (rows: number): string => rows.toLocaleString('en-US');
