import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSheet } from './read-sheet.js';

const FOLDER = join(import.meta.dirname, '../../../../test/data');

interface ExpectedReport {
  encoding: string;
  separator: string;
  date_orders: Record<string, string>;
  unknown_columns: string[];
  missing_columns: string[];
  rows_read: number;
  kept: number;
  skipped: number;
  duplicates: number;
  duplicate_rows: { row: number; client: string; stage: string; value: number }[];
  findings: { row: number; column: string; code: string }[];
}

/** The sample sheets of test/data, each with the report it must give. */
describe.each(['organic', 'signal', 'fullfunnel', 'market', 'messy'])('%s.csv', (name) => {
  const { report: expected } = JSON.parse(readFileSync(join(FOLDER, `${name}.expected.json`), 'utf8')) as {
    report: ExpectedReport;
  };
  const file = readFileSync(join(FOLDER, `${name}.csv`));
  const { rows, report } = readSheet(file, { dateOrder: 'day_first', dedupe: 'client_stage' });

  it('is written as expected', () => {
    const { encoding, separator, date_orders, unknown_columns, missing_columns } = expected;
    expect(report).toMatchObject({ encoding, separator, date_orders, unknown_columns, missing_columns });
  });

  it('keeps, skips and merges the expected rows', () => {
    const { rows_read, kept, skipped, duplicate_rows } = expected;
    expect(report).toMatchObject({ rows_read, kept, skipped, duplicates: duplicate_rows });
    expect(report.duplicates).toHaveLength(expected.duplicates);
    expect(rows).toHaveLength(kept);
  });

  it('has the expected findings', () => {
    const places = (findings: { row: number | null; column: string | null; code: string }[]) =>
      findings.map(({ row, column, code }) => `${row} ${column} ${code}`).sort();
    expect(places(report.findings)).toEqual(places(expected.findings));
  });
});
