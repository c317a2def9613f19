import type { ChooseReading, RunSource } from '@app/contracts';
import { refusedField } from '../refusals/refusal.js';

/** @throws Refusal for a sheet that is named of a file which has none: another file may have been meant */
export function refuseSheetOf(
  { type, name }: Pick<RunSource, 'type' | 'name'>,
  { sheet }: Pick<ChooseReading, 'sheet'>,
): void {
  if (type !== 'csv' || !sheet?.trim()) return;
  throw refusedField(
    'sheet',
    `"${name}" is a text file and has no sheets to choose from: leave sheet out, or send the workbook itself.`,
    'not_offered',
  );
}
