import { Readable } from 'node:stream';
import { CSV_START, csvHeader, csvLine } from '@app/domain';
import type { ExportTable } from './export-table.js';

/** A table as the bytes of a CSV file. */
export function csvFile(table: ExportTable): Readable {
  return Readable.from(chunks(table), { objectMode: false });
}

async function* chunks({ columns, batches }: ExportTable): AsyncGenerator<Buffer> {
  yield Buffer.from(CSV_START + csvHeader(columns));
  for await (const rows of batches) {
    if (rows.length > 0) yield Buffer.from(rows.map((row) => csvLine(columns, row)).join(''));
  }
}
