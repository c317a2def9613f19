import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSheet } from './read-sheet.js';
import type { DedupeRule } from './sheet.js';

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
  duplicate_rows?: { row: number; client: string; stage: string; value: number }[];
  finding_counts: { code: string; column: string | null; count: number }[];
  findings: { row: number | null; column: string | null; code: string }[];
}

interface Expected {
  report: ExpectedReport;
  /** Where the sheet is read under several rules. */
  rules?: Partial<Record<DedupeRule, { report: ExpectedReport }>>;
}

const expectedOf = (name: string) =>
  JSON.parse(readFileSync(join(FOLDER, `${name}.expected.json`), 'utf8')) as Expected;

const NAMES = ['organic', 'signal', 'fullfunnel', 'market', 'messy', 'crm-opportunities'];
const CASES = NAMES.flatMap((name) => {
  const { report, rules } = expectedOf(name);
  const all = Object.entries(rules ?? { client_stage: { report } });
  return all.map(([rule, expected]) => [name, rule as DedupeRule, expected.report] as const);
});

/** The sample sheets of test/data, each with the report it must give. */
describe.each(CASES)('%s.csv under the rule %s', (name, dedupe, expected) => {
  const file = readFileSync(join(FOLDER, `${name}.csv`));
  const { rows, report } = readSheet(file, { dateOrder: 'day_first', dedupe });

  it('is written as expected', () => {
    const { encoding, separator, date_orders, unknown_columns, missing_columns } = expected;
    expect(report).toMatchObject({ encoding, separator, date_orders, unknown_columns, missing_columns });
  });

  it('keeps, skips and merges the expected rows', () => {
    const { rows_read, kept, skipped, duplicate_rows } = expected;
    expect(report).toMatchObject({ rows_read, kept, skipped });
    if (duplicate_rows)
      expect(report.duplicates.map(({ kept_row: _, deal: __, ...row }) => row)).toEqual(duplicate_rows);
    expect(report.duplicates).toHaveLength(expected.duplicates);
    expect(rows).toHaveLength(kept);
  });

  it('has the expected findings', () => {
    expect(report.finding_counts.map(({ value: _, amounts: __, ...count }) => count)).toEqual(
      expected.finding_counts,
    );
    const places = (findings: { row: number | null; column: string | null; code: string }[]) =>
      findings.map(({ row, column, code }) => `${row} ${column} ${code}`).sort();
    expect(places([...report.findings])).toEqual(places(expected.findings));
  });
});
