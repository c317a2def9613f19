import type { MetricTable } from './metric-table.js';
import { withColumns } from './with-columns.js';

const column = (id: string) => ({ id, label: id, unit: 'count' as const, metric: null });
const table: MetricTable = {
  by: 'owner',
  columns: ['won', 'lost', 'open'].map(column),
  rows: [
    { key: 'ann', label: 'Ann', values: [1, null, 3], small: ['won'] },
    { key: null, label: 'Unassigned', values: [4, 5, 6], small: [] },
  ],
  totals: [5, 5, null],
};

describe('a table with some of its columns', () => {
  it('has their numbers in the order asked for, and nothing of what it does not know', () => {
    const { columns, rows, totals } = withColumns(table, ['open', 'shoe_size', 'lost']);
    expect(columns.map(({ id }) => id)).toEqual(['open', 'lost']);
    expect(rows.map(({ label, values }) => [label, ...values])).toEqual([
      ['Ann', 3, null],
      ['Unassigned', 6, 5],
    ]);
    expect(totals).toEqual([null, 5]);
  });

  it('is itself with all of them, and keeps its rows without any', () => {
    expect(withColumns(table, ['won', 'lost', 'open'])).toEqual(table);
    expect(withColumns(table, []).rows.map(({ key, values }) => [key, values])).toEqual([
      ['ann', []],
      [null, []],
    ]);
  });
});
