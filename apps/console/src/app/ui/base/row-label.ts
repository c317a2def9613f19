import type { MetricTable, TableRow } from '@app/contracts';
import { isByDate } from '@app/domain/metrics';
import { styleOfSourceGroup } from '@app/domain/screens';
import type { Formats } from './formats';
import { stageName } from './stage-name';
import { stepLabel } from './step-label';
import { TEXTS } from './texts';

/** The label of a row of a table or a breakdown. */
export function rowLabel(
  { by }: Pick<MetricTable, 'by'>,
  { key, label }: Pick<TableRow, 'key' | 'label'>,
  formats: Formats,
): string {
  if (key === null) return TEXTS.unassigned;
  if (isByDate(by)) return stepLabel(key, formats);
  if (by === 'stage') return stageName(label);
  return (by === 'source_group' ? styleOfSourceGroup(key)?.label : null) ?? label;
}
