import type { MetricTable, Screen, TableColumn } from '@app/contracts';

/** A column of a metric. */
export const column = (metric: string, change: Partial<TableColumn> = {}): TableColumn => ({
  id: metric,
  label: metric,
  unit: 'count',
  metric,
  ...change,
});

/** A table of numbers: the values of each row by its key; totals and small rates as the test needs them. */
export const table = (
  by: MetricTable['by'],
  columns: readonly TableColumn[],
  rows: readonly (readonly [key: string | null, ...values: (number | null)[]])[],
  totals: readonly (number | null)[] = columns.map(() => null),
): MetricTable => ({
  by,
  columns: [...columns],
  rows: rows.map(([key, ...values]) => ({ key, label: key ?? '', values, small: [] })),
  totals: [...totals],
});

/** What every screen's answer has. */
export const screenParts = (change: Partial<Screen> = {}): Screen => ({
  view_id: 'organic',
  period: { from: '2026-07-01', to: '2026-12-31', months: 6 },
  as_of: '2026-11-22',
  revision: 57,
  last_update: '2026-11-22T10:00:00.000Z',
  records_count: 312,
  metrics: {},
  notes: {},
  comparison: null,
  months: table('month', [], []),
  ...change,
});
