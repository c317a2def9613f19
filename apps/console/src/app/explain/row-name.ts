import type { BreakdownRow, Dimension } from '@app/contracts';
import type { Formats } from '../ui/base/formats';
import { TEXTS } from '../ui/base/texts';

/** The label of a row of a breakdown. */
export function rowName(
  { key, label }: Pick<BreakdownRow, 'key' | 'label'>,
  by: Dimension,
  formats: Formats,
): string {
  if (key === null) return TEXTS.unassigned;
  if (by === 'month') return formats.month(key, true);
  if (by === 'source_group') return (TEXTS.sources as Readonly<Record<string, string>>)[key] ?? label;
  return label;
}
