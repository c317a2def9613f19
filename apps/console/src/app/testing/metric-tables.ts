import type { MetricTable, TableRow } from '@app/contracts';

/** A row whose label is its key. */
export const row = (key: string | null, values: (number | null)[] = [], small: string[] = []): TableRow => ({
  key,
  label: key ?? '',
  values,
  small,
});

/** AE performance of four people and "unassigned". */
export const table = (change: Partial<MetricTable> = {}): MetricTable => ({
  by: 'owner',
  columns: [
    { id: 'poa.generated', label: 'POA generated', unit: 'count', metric: 'poa.generated' },
    { id: 'deals.arr', label: 'ARR', unit: 'money', metric: 'deals.arr' },
    {
      id: 'conversion.poa_to_close',
      label: 'POA to close',
      unit: 'ratio',
      metric: 'conversion.poa_to_close',
    },
    { id: 'goal', label: 'Goal', unit: 'count', metric: null },
  ],
  rows: [
    row('Zoé', [4, 1200, 0.5, 36], ['conversion.poa_to_close']),
    row('Álvaro', [12, 90_000, 0.25, 36]),
    row('bruno', [0, null, null, 36]),
    row('Camille', [7, 400_000, 1, 36]),
    row(null, [1, 500, 0, null]),
  ],
  totals: [24, 491_700, 0.33, null],
  ...change,
});
