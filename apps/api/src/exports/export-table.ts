import type { ExportCell, ExportColumn } from '@app/domain';

/** One line of a file, a cell a column. */
export type ExportRow = readonly ExportCell[];

/** What a file holds. Rows come in batches, so that no size has to fit into memory. */
export interface ExportTable {
  readonly columns: readonly ExportColumn[];
  readonly batches: AsyncGenerator<readonly ExportRow[]>;
  /** How many rows at the end add the others up: filters and sorting leave them where they are. None when left out. */
  readonly totals?: number;
}

/** Batches of rows that are there already. */
export async function* atOnce(rows: readonly ExportRow[]): AsyncGenerator<readonly ExportRow[]> {
  yield await Promise.resolve(rows);
}
