import type { DuplicateRow, PairedRow } from '@app/domain';

type Kept = Pick<PairedRow, 'row'> & { readonly deal: Pick<PairedRow['deal'], 'id' | 'client'> };

/**
 * Which deal each row of a sheet is. A report may have a million findings, each in a row: a number is kept for each row,
 * and nothing more.
 */
export class RowDeals {
  /** From 1 for the rows that are deals, from -1 down for those merged into another one; 0 for the rest. */
  readonly #places: Int32Array;

  constructor(
    private readonly kept: readonly Kept[] = [],
    private readonly merged: readonly DuplicateRow[] = [],
  ) {
    const last = (rows: readonly { readonly row: number }[]) =>
      rows.reduce((most, { row }) => Math.max(most, row), 0);
    this.#places = new Int32Array(Math.max(last(kept), last(merged)) + 1);
    for (const [at, { row }] of kept.entries()) this.#places[row] = at + 1;
    for (const [at, { row }] of merged.entries()) this.#places[row] = -at - 1;
  }

  /** Id of the deal that a row is; null for one that is no deal of its own. */
  dealIdOf(row: number | null): string | null {
    return this.#keptAt(row)?.deal.id ?? null;
  }

  /** Client of a row; null without one. */
  clientOf(row: number | null): string | null {
    return this.#keptAt(row)?.deal.client ?? this.merged[-this.#placeOf(row) - 1]?.client ?? null;
  }

  #keptAt(row: number | null): Kept | undefined {
    return this.kept[this.#placeOf(row) - 1];
  }

  #placeOf(row: number | null): number {
    return row === null ? 0 : (this.#places[row] ?? 0);
  }
}
