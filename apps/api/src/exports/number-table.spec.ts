import type { Breakdown } from '@app/contracts';
import { metricDefinitions } from '@app/domain';
import type { ExportRow, ExportTable } from './export-table.js';
import { breakdownTable, numberTable } from './number-table.js';

async function rowsOf({ batches }: ExportTable): Promise<ExportRow[]> {
  const rows: ExportRow[] = [];
  for await (const batch of batches) rows.push(...batch);
  return rows;
}
const labelOf = (metric: string) => metricDefinitions().find(({ id }) => id === metric)?.label;
const FRAME = {
  view_id: 'v',
  period: { from: '2026-07-01', to: '2026-12-31', months: 6 },
  as_of: '2026-11-22',
  revision: 1,
};

const BY_OWNER: Breakdown = {
  ...FRAME,
  metric: 'conversion.intro_to_poa',
  by: 'owner',
  rows: [
    { key: 'jane', label: 'Jane Smith', value: 1 / 3 },
    { key: null, label: '', value: null },
  ],
  total: 0.5,
};

it('writes a breakdown as one number a row, the unassigned by name, then the total', async () => {
  const table = breakdownTable(BY_OWNER, null);
  expect(table.columns).toEqual([
    { label: 'AE', kind: 'text' },
    { label: labelOf('conversion.intro_to_poa'), kind: 'ratio' },
  ]);
  expect(await rowsOf(table)).toEqual([
    ['Jane Smith', 1 / 3],
    ['Unassigned', null],
    ['Total', 0.5],
  ]);
});

it('writes a breakdown in the order that is asked for, the unassigned last', async () => {
  const [jane, nobody] = BY_OWNER.rows;
  const rows = [jane, nobody, { key: 'zoe', label: 'Zoe', value: 0.9 }].flatMap((row) => row ?? []);
  const namesBy = async (sort: string | null) =>
    (await rowsOf(breakdownTable({ ...BY_OWNER, rows }, sort))).map(([name]) => name);
  expect(await namesBy(null)).toEqual(['Jane Smith', 'Unassigned', 'Zoe', 'Total']);
  expect(await namesBy('-value')).toEqual(['Zoe', 'Jane Smith', 'Unassigned', 'Total']);
  expect(await namesBy('label')).toEqual(['Jane Smith', 'Zoe', 'Unassigned', 'Total']);
});

it('writes a table with a column a metric', async () => {
  const table = numberTable({
    by: 'month',
    columns: [
      { label: 'Meetings', unit: 'count' },
      { label: 'ARR', unit: 'money' },
    ],
    rows: [{ key: '2026-07', label: '2026-07', values: [3, 1000.5] }],
    totals: [3, null],
  });
  expect(table.columns.map(({ kind }) => kind)).toEqual(['text', 'count', 'money']);
  expect(await rowsOf(table)).toEqual([
    ['2026-07', 3, 1000.5],
    ['Total', 3, null],
  ]);
});
