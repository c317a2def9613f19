import type { MetricTable, TableRow } from '@app/contracts';
import type { Formats } from './formats';
import { TEXTS } from './texts';

/** How a row of a table is called on the screen. */
export function rowLabel(
  { by }: Pick<MetricTable, 'by'>,
  { key, label }: TableRow,
  formats: Formats,
): string {
  if (key === null) return TEXTS.unassigned;
  if (by === 'month') return formats.month(key, true);
  if (by === 'source_group' && key in TEXTS.sources) return TEXTS.sources[key as keyof typeof TEXTS.sources];
  return label;
}

/** Whether a row stands for nobody: it is last and calm. */
export function isUnassigned({ by }: Pick<MetricTable, 'by'>, { key }: TableRow): boolean {
  return key === null || (by === 'source_group' && key === 'unassigned');
}
