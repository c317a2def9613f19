import type { IngestionRunSummary, RunReportSummary, RunStatus } from '@app/contracts';
import { DEAL_FIELDS } from '@app/domain/deal';

/** What a person has to name before a sheet can be read: which of its sheets, which row, or which column. */
export type Question = 'sheet' | 'header' | 'client';

/** A status as people are told it: a file that only lacks an answer has not failed. */
export type ShownStatus = RunStatus | 'asks';

type Asking = Pick<IngestionRunSummary, 'status' | 'file_kept' | 'report'>;

/** What a run that could not be read asks; null where no answer helps, and where the file is gone. */
export function questionOf({ status, file_kept, report }: Asking): Question | null {
  if (status !== 'failed' || !file_kept || !report || report.rows_read > 0) return null;
  const isOneOfSeveral = report.sheet_names.length > 1;
  if (report.header_row === null) return isOneOfSeveral ? 'sheet' : 'header';
  if (report.missing_columns.includes('client') && hasColumnsToName(report)) return 'client';
  return isOneOfSeveral ? 'sheet' : null;
}

/** Where all columns are known, or all of a row is one cell, none can be the client. */
const hasColumnsToName = ({ unknown_columns_count, missing_columns }: RunReportSummary): boolean =>
  unknown_columns_count > (missing_columns.length === DEAL_FIELDS.length ? 1 : 0);

/** The status of a run as people are told it. */
export function shownStatus(run: Asking): ShownStatus {
  return questionOf(run) === null ? run.status : 'asks';
}
