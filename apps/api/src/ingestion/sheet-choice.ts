import type { ChooseReading, IngestionRun } from '@app/contracts';
import { refusedField } from '../refusals/refusal.js';

/** What of a run says whether its file has sheets. */
interface SourceOfSheets {
  readonly source: Pick<IngestionRun['source'], 'type' | 'name'>;
  /** Those of earlier versions name no sheets. */
  readonly report: Partial<Pick<NonNullable<IngestionRun['report']>, 'sheet_names'>> | null;
}

/** @throws Refusal for a sheet that is named of a file which has none: another file may have been meant */
export function refuseSheetOf(
  { source, report }: SourceOfSheets,
  { sheet }: Pick<ChooseReading, 'sheet'>,
): void {
  if (!sheet?.trim()) return;
  if (source.type === 'csv')
    throw refused(
      `"${source.name}" is a text file and has no sheets to choose from: leave sheet out, or send the workbook itself.`,
    );
  if (source.type === 'google_sheets' && report?.sheet_names?.length === 0)
    throw refused(
      'Only the tab whose number the address has was fetched: import the sheet again, and name the tab.',
    );
}

const refused = (message: string) => refusedField('sheet', message, 'not_offered');
