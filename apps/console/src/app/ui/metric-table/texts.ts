import { SHORT_DIMENSION_LABELS } from '@app/domain/metrics';
export const METRIC_TABLE = {
  total: 'Total',
  totalOfAll: (count: string) => `Total of all ${count}`,
  // AE and BDR stay as they are.
  search: (rows: string) => `Search ${rows.replace(/^[A-Z](?=[a-z])/, (first) => first.toLowerCase())}`,
  searchIn: (title: string) => `Search in ${title}`,
  noneFound: (search: string) => `Nothing matches “${search}”.`,
  none: 'Nothing in this period.',
  small: 'few cases',
  cases: (count: number) => (count === 1 ? '1 case' : `${String(count)} cases`),
  smallTitle: 'From fewer than 5 cases: one case more or less changes it a lot.',
  open: (label: string, column: string, value: string) => `${label}, ${column}: ${value}. Open the records.`,
  dimensions: SHORT_DIMENSION_LABELS,
} as const;
