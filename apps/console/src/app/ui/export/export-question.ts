import { HttpParams } from '@angular/common/http';
import type { MetricTable } from '@app/contracts';
import { hasOrder } from '@app/domain/metrics';

/** A list or table of the API that can be saved as a file: the address of its export and the same parameters. */
export interface ExportQuestion {
  /** Such as `/api/views/organic/screens/meetings-generation/export`. */
  url: string;
  params: Readonly<Record<string, string | readonly string[]>>;
}

export type ExportFormat = 'csv' | 'xlsx';

/** The address of the file in a format: a plain link, so that the browser streams it to the disk. */
export function exportAddress({ url, params }: ExportQuestion, format: ExportFormat): string {
  return `${url}?${new HttpParams({ fromObject: { ...params, format } }).toString()}`;
}

/**
 * The question for a table as a file, in the order it is shown in. An order of the page that the table has no column for
 * leaves its rows as they are, here as on the screen.
 *
 * @param columns ids of those that are shown, in their order
 */
export function tableFile(
  question: ExportQuestion | null,
  table: Pick<MetricTable, 'columns'>,
  sort = '',
  columns: readonly string[] = table.columns.map(({ id }) => id),
): ExportQuestion | null {
  if (!question) return null;
  const shown = { columns, ...(hasOrder(table, sort) ? { sort } : {}) };
  return { ...question, params: { ...question.params, ...shown } };
}
