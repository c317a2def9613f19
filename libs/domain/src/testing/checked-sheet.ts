import { readSheet } from '../ingest/read-sheet.js';
import type { ReadSheetOptions, Sheet } from '../ingest/sheet.js';

const OPTIONS: ReadSheetOptions = { dateOrder: 'day_first', dedupe: 'none' };

/** The bytes of a file that is given as text. */
export const bytesOf = (file: string | Uint8Array): Uint8Array =>
  typeof file === 'string' ? new TextEncoder().encode(file) : file;

/** A sheet as it is read with the day first and every row kept. */
export const readPlainly = (file: string | Uint8Array): Sheet => readSheet(bytesOf(file), OPTIONS);

/** The same, whose report accounts for each row. */
export function checked(file: string | Uint8Array): Sheet {
  const sheet = readPlainly(file);
  const { rows_read, kept, skipped, duplicates, findings } = sheet.report;
  expect(rows_read).toBe(kept + skipped + duplicates.length);
  expect(sheet.rows).toHaveLength(kept);
  const whySkipped = [...findings].filter(({ code }) =>
    ['no_client', 'repeated_header', 'total_row'].includes(code),
  );
  expect(whySkipped).toHaveLength(skipped);
  return sheet;
}

/** What was found, as `row column code`. */
export const found = ({ report }: Sheet): string[] =>
  [...report.findings].map(({ row, column, code }) => `${row ?? '-'} ${column ?? '-'} ${code}`);
