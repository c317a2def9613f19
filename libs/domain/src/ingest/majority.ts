import type { Cells } from './cells.js';

/** How the texts of a column voted between two ways of reading it. */
export interface Vote<Side> {
  /** The side of the majority; null on a draw and when nobody voted. */
  readonly winner: Side | null;
  /** Whether any text settled anything. */
  readonly isSettled: boolean;
}

/**
 * Counts what the cells of a column prove, one vote for each row.
 *
 * @param cells the column
 * @param voters rows that vote: those with a client
 * @param proved what each distinct text proves, null for nothing
 * @param sides the two ways of reading
 * @see docs/domain.md, section 9
 */
export function majority<Side>(
  cells: Cells,
  voters: readonly number[],
  proved: readonly (Side | null)[],
  sides: readonly [Side, Side],
): Vote<Side> {
  let first = 0;
  let second = 0;
  for (const row of voters) {
    const side = proved[cells.at(row)];
    if (side === sides[0]) first++;
    else if (side === sides[1]) second++;
  }
  const winner = first === second ? null : first > second ? sides[0] : sides[1];
  return { winner, isSettled: first + second > 0 };
}
