import type { Comparison, MetricTable, Screen, TableColumn } from '@app/contracts';
import { definitionOf, isMetricId, isNumberId, metricOf } from '@app/domain/metrics';

/** A column of a metric. */
export const column = (id: string, change: Partial<TableColumn> = {}): TableColumn => ({
  id,
  label: id,
  unit: 'count',
  metric: isNumberId(id) ? id : null,
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

/** The first half of 2026 up to as many days as the second one has had. */
export const compared = (values: Comparison['values']): Comparison => ({
  against: 'previous',
  label: 'H1 2026',
  from: '2026-01-01',
  to: '2026-05-25',
  through: '2026-11-22',
  is_partial: true,
  values,
  months: null,
  trend: null,
});

/** What every screen's answer has. */
export const screenParts = (change: Partial<Screen> = {}): Screen => ({
  view_id: 'organic',
  period: { from: '2026-07-01', to: '2026-12-31', months: 6 },
  as_of: '2026-11-22',
  revision: 57,
  last_update: '2026-11-22T10:00:00.000Z',
  records_count: 312,
  matching_count: 312,
  notes: {},
  comparison: null,
  months: table('month', [], []),
  trend: null,
  ...change,
  metrics: withNames(change.metrics ?? {}),
});

/** The values under the names that the API gives them. */
function withNames(metrics: Screen['metrics']): Screen['metrics'] {
  const named = Object.entries(metrics).map(([id, value]) => {
    if (!isMetricId(id)) return [id, value] as const;
    const { label, unit, target } = definitionOf(metricOf(id));
    return [id, { ...value, id, label, unit, target_key: target }] as const;
  });
  return Object.fromEntries(named);
}
