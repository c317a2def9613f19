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
    const sheet = { ...emptySheet('client_stage'), findings: findings(4), duplicates: [duplicate] };
    const deals = new RowDeals([{ row: 3, deal: { id: 'deal-1', client: 'ACME' } }], [duplicate]);
    const report = runReport(sheet, told, { ...compared, deals });
    expect(report.findings.map(({ row, client, deal_id }) => [row, client, deal_id])).toEqual([
      [2, null, null],
      [3, 'ACME', 'deal-1'],
      [4, 'Acme', null],
      [5, null, null],
    ]);
    expect(report.duplicates).toEqual([{ ...duplicate, deal_id: 'deal-1' }]);
  });

  it('shows the beginning of a long cell', () => {
    const sheet = { ...emptySheet('none'), findings: [finding(2, 'y'.repeat(100_000))] };
    expect(runReport(sheet, told).findings[0]?.value).toBe(`${'y'.repeat(500)}…`);
  });
});
