import type { Breakdown, MetricDefinition } from '@app/contracts';
import type { Copyable } from '../ui/copy/copyable';
import type { Formats } from '../ui/base/formats';
import { rowLabel } from '../ui/base/row-label';
import { EXPLAIN } from './texts';

/** A breakdown to copy into a mail: its rows, then the total. */
export function copyOfBreakdown(
  { by, rows, total }: Breakdown,
  { metric, subtitle }: { metric: MetricDefinition; subtitle: string },
  formats: Formats,
): Copyable {
  return {
    title: metric.label,
    subtitle,
    columns: [
      { label: EXPLAIN.dimensions[by], unit: null },
      { label: metric.label, unit: metric.unit },
    ],
    rows: rows.map((row) => [rowLabel({ by }, row, formats), formats.long(row.value, metric.unit)]),
    totals: [EXPLAIN.total, formats.long(total, metric.unit)],
  };
}
