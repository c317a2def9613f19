import type { Readable } from 'node:stream';
import { refusedField } from '../refusals/refusal.js';
import { csvFile } from './csv-file.js';
import type { ExportTable } from './export-table.js';
import { MAX_XLSX_ROWS, type Workbook, xlsxFile } from './xlsx-file.js';

/** A kind of file. */
export interface ExportFormat {
  readonly ending: string;
  readonly mediaType: string;
  /** Rows that it holds below its header. */
  readonly maxRows: number;
  /** Its bytes. */
  readonly write: (table: ExportTable, workbook: Workbook) => Readable;
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

/** @throws Refusal when a list does not fit into one file */
export function checkRows({ maxRows }: ExportFormat, rows: number): void {
  if (rows <= maxRows) return;
  const message = `The list has ${counted(rows)} rows and a sheet of Excel holds ${counted(maxRows)} below its header: filter the list, or export it as CSV.`;
  throw refusedField('format', message, 'not_offered');
}

const counted = (rows: number): string => rows.toLocaleString('en-US');
