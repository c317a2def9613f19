import type { DealField } from '../deal/sheet-columns.js';
import { isoDay } from '../period/day.js';
import { filesOf, HARD_SHEETS, hardFile, isListed } from '../testing/hard-sheets.js';
import { diffDeals } from './diff.js';
import { matchDeals } from './identity.js';
import { readSheet } from './read-sheet.js';
import { DEDUPE_RULES, type Sheet, type SheetRow } from './sheet.js';

/** The sheets of test/data/hard, each with the report and the records it must give. */
describe.each(HARD_SHEETS)('%s', (_, expected) => {
  const sheets: Sheet[] = [];
  for (const file of filesOf(expected))
    sheets.push(
      readSheet(hardFile(file), {
        currency: 'USD',
        dateOrder: 'day_first',
        dedupe: expected.options?.dedupe ?? DEDUPE_RULES[0] ?? 'client_stage',
        lastDateOrders: sheets.at(-1)?.report.date_orders ?? {},
      }),
    );
  const [first, last = first] = [sheets[0], sheets.at(-1)];
  const report = last?.report;

  it('is read as expected', () => {
    const { encoding, separator, date_orders, unknown_columns } = expected.report;
    expect(report).toMatchObject({ encoding, separator, date_orders, unknown_columns });
    expect(report?.date_orders).toEqual(date_orders);
  });

  it('keeps, skips and merges the expected rows', () => {
    const { rows_read, kept, skipped, duplicates, duplicates_value, duplicate_rows } = expected.report;
    expect(report).toMatchObject({ rows_read, kept, skipped, duplicates_value });
    expect(report?.duplicates).toHaveLength(duplicates);
    if (duplicate_rows)
      expect(report?.duplicates.map(({ kept_row: _, deal: __, ...row }) => row)).toEqual(duplicate_rows);
  });

  it('has the expected findings', () => {
    const { findings = [], finding_counts } = expected.report;
    expect(report?.finding_counts.map(({ value: _, amounts: __, ...count }) => count)).toEqual(
      finding_counts,
    );
    const found = [...(report?.findings ?? [])].sort(byPlace);
    if (isListed(found.length)) expect(found).toMatchObject(findings);
    else for (const finding of findings) expect(found).toContainEqual(expect.objectContaining(finding));
  });

  it('gives the expected records', () => {
    if (expected.records) expect(last?.rows.map(written)).toEqual(expected.records);
  });

  it('changes what it should', () => {
    if (!expected.changes || !first || !last) return;
    const before = first.rows.map((row, at) => ({ ...row, id: String(at) }));
    const matches = matchDeals(before, last.rows);
    const after = last.rows.map((row, at) => {
      const place = matches[at]?.place ?? -1;
      return { ...row, id: before[place]?.id ?? `new ${at}` };
    });
    const { added, changed, removed } = diffDeals(before, after);
    expect({ added: added.length, changed: changed.length, removed: removed.length }).toEqual(
      expected.changes,
    );
  });
});

interface Placed {
  readonly row?: number | null;
  readonly column?: string | null;
  readonly code?: string;
}

const byPlace = (one: Placed, other: Placed) =>
  (one.row ?? 0) - (other.row ?? 0) || keyOf(one).localeCompare(keyOf(other));

const keyOf = ({ column, code, value }: Placed & { readonly value?: string | null }) =>
  `${column ?? ''} ${code} ${value ?? ''}`;

/* Fields that are there, days as dates. */
function written({ row: _, ...deal }: SheetRow): Partial<Record<DealField, string | number>> {
  const fields = Object.entries(deal).filter(([, value]) => value !== null && value !== '');
  return Object.fromEntries(
    fields.map(([field, value]) => [
      field,
      typeof value === 'number' && /date|billing_start/.test(field) ? isoDay(value) : value,
    ]),
  );
}
