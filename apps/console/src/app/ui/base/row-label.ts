import type { MetricTable, TableRow } from '@app/contracts';
import type { Formats } from './formats';
import { TEXTS } from './texts';

/** The label of a table row. */
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

/** Whether a row is "unassigned": it comes last and is toned down. */
export function isUnassigned({ by }: Pick<MetricTable, 'by'>, { key }: TableRow): boolean {
  return key === null || (by === 'source_group' && key === 'unassigned');
}
