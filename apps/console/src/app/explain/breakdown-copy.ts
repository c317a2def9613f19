import type { Breakdown, BreakdownRow, MetricDefinition } from '@app/contracts';
import type { Copyable } from '../ui/copy/copyable';
import type { Formats } from '../ui/base/formats';
import { rowLabel } from '../ui/base/row-label';
import { EXPLAIN } from './texts';

/** Share of a part in the number, a ratio; null where there is nothing to share. */
export const shareOf = ({ value }: BreakdownRow, { total }: Breakdown): number | null =>
  total !== null && total > 0 && value !== null ? value / total : null;

/** A breakdown to copy into a mail: its rows, each with its share where they add up, then the total. */
export function copyOfBreakdown(
  breakdown: Breakdown,
  { metric, subtitle, addsUp }: { metric: MetricDefinition; subtitle: string; addsUp: boolean },
  formats: Formats,
): Copyable {
  const { by, rows, total } = breakdown;
  const shared = (value: number | null, share: number | null) => [
    formats.long(value, metric.unit),
    ...(addsUp ? [formats.share(share)] : []),
  ];
  return {
    title: metric.label,
    subtitle,
    columns: [
      { label: EXPLAIN.dimensions[by], unit: null },
      { label: metric.label, unit: metric.unit },
      ...(addsUp ? [{ label: EXPLAIN.share, unit: 'ratio' as const }] : []),
    ],
    rows: rows.map((row) => [rowLabel({ by }, row, formats), ...shared(row.value, shareOf(row, breakdown))]),
    totals: [EXPLAIN.total, ...shared(total, total === null || total === 0 ? null : 1)],
  };
}
