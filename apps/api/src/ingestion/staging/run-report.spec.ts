import { type Deal, normaliseStored, TEXT_COLUMNS } from '@app/domain';
import { RowDeals } from './row-deals.js';
import { emptySheet, overflowOf, runReport } from './run-report.js';

const finding = (row: number, value = 'x') => ({
  row,
  column: 'stage' as const,
  code: 'unknown_value' as const,
  message: `Row ${row}`,
  value,
  count: null,
  sum: null,
});
const dealOf = (fields: Partial<Deal>): Deal => normaliseStored({ id: '', ...fields });
const findings = (count: number) => Array.from({ length: count }, (_, index) => finding(index + 2));
const compared = {
  counts: { added: 0, changed: 0, removed: 0 },
  deals: new RowDeals(),
  doubtful: { rows: [], existing: [] },
};
const told = { isFirst: false, duration: 12.4, file: null };

describe('the report of a run', () => {
  it('counts everything and holds the first thousand', () => {
    const sheet = { ...emptySheet('none'), findings: findings(2300) };
    const report = runReport(sheet, told, {
      ...compared,
      counts: { added: 1, changed: 2, removed: 3 },
    });
    expect(report).toMatchObject({ findings_count: 2300, added: 1, changed: 2, removed: 3, duration_ms: 12 });
    expect(report.findings).toHaveLength(1000);
  });

  it('leaves nothing out: the rest is in pages', () => {
    const sheet = { ...emptySheet('none'), findings: findings(2300) };
    const pages = [...overflowOf(sheet)];
    expect(pages.map(({ kind, page, items }) => [kind, page, items.length])).toEqual([
      ['finding', 1, 1000],
      ['finding', 2, 300],
    ]);
    const rows = [...runReport(sheet, told).findings, ...pages.flatMap(({ items }) => items)].map(
      ({ row }) => row,
    );
    expect(rows).toEqual(sheet.findings.map(({ row }) => row));
  });

  it('names the deal and the client of a row', () => {
    const duplicate = { row: 4, client: 'Acme', stage: 'Lost', value: 5, kept_row: 3 };
    const merged = { ...duplicate, deal: dealOf({ client: 'Acme', pipeline: 5, owner: 'y'.repeat(100) }) };
    const sheet = { ...emptySheet('client_stage'), findings: findings(4), duplicates: [merged] };
    const kept = { ...dealOf({ client: 'ACME', pipeline: 7 }), id: 'deal-1' };
    const deals = new RowDeals([{ row: 3, deal: kept }], [merged]);
    const report = runReport(sheet, told, { ...compared, deals });
    expect(
      report.findings.map(({ row, client, deal_id, deal_value }) => [row, client, deal_id, deal_value]),
    ).toEqual([
      [2, null, null, null],
      [3, 'ACME', 'deal-1', 7],
      [4, 'Acme', null, 5],
      [5, null, null, null],
    ]);
    expect(report.duplicates).toEqual([
      {
        ...duplicate,
        deal_id: 'deal-1',
        differences: [
          { field: 'client', removed: 'Acme', kept: 'ACME' },
          { field: 'pipeline', removed: 5, kept: 7 },
          { field: 'owner', removed: `${'y'.repeat(80)}…`, kept: null },
        ],
      },
    ]);
  });

  it('holds a thousand rows that differ in every field in one document', () => {
    const text = '\u4e16'.repeat(1000);
    const long = Object.fromEntries(TEXT_COLUMNS.map((field) => [field, text]));
    const kept = { ...dealOf({ client: 'A', stage: 'Lost' }), id: 'deal-1' };
    const merged = Array.from({ length: 1000 }, (_, at) => ({
      row: at + 3,
      client: text,
      stage: text,
      value: 5,
      kept_row: 2,
      deal: { ...kept, ...long },
    }));
    const sheet = { ...emptySheet('client_stage'), duplicates: merged };
    const report = runReport(sheet, told, {
      ...compared,
      deals: new RowDeals([{ row: 2, deal: kept }], merged),
    });
    expect(report.duplicates[0]?.differences).toHaveLength(TEXT_COLUMNS.length);
    expect(Buffer.byteLength(JSON.stringify(report.duplicates))).toBeLessThan(10_000_000);
  });

  it('shows the beginning of a long cell', () => {
    const sheet = { ...emptySheet('none'), findings: [finding(2, 'y'.repeat(100_000))] };
    expect(runReport(sheet, told).findings[0]?.value).toBe(`${'y'.repeat(500)}…`);
  });
});
