import type { Readable } from 'node:stream';
import { badField } from '../http/problem.js';
import type { QueryReader } from '../http/query-reader.js';
import { csvFile } from './csv-file.js';
import type { ExportTable } from './export-table.js';
import { xlsxFile } from './xlsx-file.js';

/** A kind of file. */
export interface ExportFormat {
  readonly ending: string;
  readonly mediaType: string;
  readonly write: (table: ExportTable) => Readable;
}

/** The kinds of files, by the name they are asked by. */
export const EXPORT_FORMATS = {
  csv: { ending: 'csv', mediaType: 'text/csv; charset=utf-8', write: csvFile },
  xlsx: {
    ending: 'xlsx',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    write: xlsxFile,
  },
} as const satisfies Record<string, ExportFormat>;

const NAMES = ['csv', 'xlsx'] as const;

/** @throws ProblemException (400) for another format, or none */
export function readFormat(read: QueryReader): ExportFormat {
  const name = read.oneOf('format', NAMES);
  if (name === null) throw badField('format', `format is missing: one of ${NAMES.join(', ')}.`);
  return EXPORT_FORMATS[name];
}
