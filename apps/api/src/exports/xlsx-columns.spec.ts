import type { ExportColumn } from '@app/domain';
import { columnWidths, moneyFormat } from './xlsx-columns.js';

describe('the columns of a workbook', () => {
  it('show amounts in their currency, with its decimals', () => {
    expect(['USD', 'EUR', 'JPY', 'CAD', 'CHF'].map(moneyFormat)).toEqual([
      '"$"#,##0.00',
      '"€"#,##0.00',
      '"¥"#,##0',
      '"CAD "#,##0.00',
      '"CHF "#,##0.00',
    ]);
  });

  it('are as wide as their header or what is in them, within limits', () => {
    const columns: ExportColumn[] = [
      { label: 'Client', kind: 'text' },
      { label: 'Billing start', kind: 'date' },
      { label: 'ARR', kind: 'money' },
      { label: 'Notes', kind: 'text' },
    ];
    const rows = [
      ['Zoé', '2026-11-22', 1_234_567.5, 'x'.repeat(900)],
      ['A client of eighteen', null, null, null],
    ];
    expect(columnWidths(columns, rows)).toEqual([22, 16, 15, 48]);
    expect(columnWidths(columns, [])).toEqual([9, 16, 6, 8]);
  });
});
