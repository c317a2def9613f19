export const CHARTS = {
  table: 'Table',
  chart: 'Chart',
  showAs: 'Show as',
  legend: 'Series of the chart',
  none: 'Nothing in this period.',
  month: 'Month',
  total: 'Total',
  number: (label: string, value: string) => `${label} ${value}`,
  link: (month: string, numbers: string) => `${month}: ${numbers}. Open the deals.`,
  summary: (heading: string, numbers: string) => `${heading}: ${numbers}.`,
  axes: { count: 'Number of deals', money: 'Amount', ratio: 'Share' },
  ofTotal: 'of the total',
} as const;
