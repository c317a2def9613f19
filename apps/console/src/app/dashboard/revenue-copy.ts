import type { RevenueMonth } from '@app/contracts';
import type { Copyable } from '../ui/copy/copyable';
import type { Formats } from '../ui/formats';
import { TEXTS } from '../ui/texts';
import type { Series } from './revenue-chart.data';
import { DASHBOARD } from './texts';

/** What is known beside the months to show and to copy them. */
export interface RevenueTable {
  months: readonly RevenueMonth[];
  series: readonly Series[];
  totals: Partial<Record<Series, number | null>>;
}

/** Revenue by month as it is copied into a mail; a chart on the screen becomes the picture. */
export function copyOfRevenue(
  { months, series, totals }: RevenueTable,
  words: { subtitle: string; canvas: HTMLCanvasElement | null },
  formats: Formats,
): Copyable {
  const { heading, month, total, series: names } = DASHBOARD.revenue;
  return {
    title: heading,
    subtitle: words.subtitle,
    columns: [
      { label: month, unit: null },
      ...series.map((each) => ({ label: names[each], unit: 'money' as const })),
    ],
    rows: months.map((each) => [
      formats.month(each.month, true),
      ...series.map((name) => formats.money(each[name])),
    ]),
    totals: [
      total,
      ...series.map((name) => (name in totals ? formats.money(totals[name] ?? null) : TEXTS.none)),
    ],
    ...(words.canvas ? { canvas: words.canvas } : {}),
  };
}
