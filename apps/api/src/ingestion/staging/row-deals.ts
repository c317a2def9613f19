import { dealValue, type MergedRow, type PairedRow, type RowDifference, rowDifferences } from '@app/domain';

type Kept = Pick<PairedRow, 'row' | 'deal'>;

/**
 * Which deal each row of a sheet is. A report may have a million findings, each in a row: a number is kept for each row,
 * and nothing more.
 */
export class RowDeals {
  /** From 1 for the rows that are deals, from -1 down for those merged into another one; 0 for the rest. */
  readonly #places: Int32Array;

  constructor(
    private readonly kept: readonly Kept[] = [],
    private readonly merged: readonly MergedRow[] = [],
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
    return this.#keptAt(row)?.deal.client ?? this.#mergedAt(row)?.client ?? null;
  }

  /** Deal value of a row, currency; null without one. */
  valueOf(row: number | null): number | null {
    const kept = this.#keptAt(row);
    return kept ? dealValue(kept.deal) : (this.#mergedAt(row)?.value ?? null);
  }

  /** In what a merged row differs from the one that stays; null where nothing was compared. */
  differencesOf({ deal, kept_row }: MergedRow): RowDifference[] | null {
    const kept = this.#keptAt(kept_row);
    return kept ? rowDifferences(deal, kept.deal) : null;
  }

  #keptAt(row: number | null): Kept | undefined {
    return this.kept[this.#placeOf(row) - 1];
  }

  #mergedAt(row: number | null): MergedRow | undefined {
    return this.merged[-this.#placeOf(row) - 1];
  }

  #placeOf(row: number | null): number {
    return row === null ? 0 : (this.#places[row] ?? 0);
  }
}
