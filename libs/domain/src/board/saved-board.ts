import { type BoardKind, columnsOfBoard, type Probability } from './board-columns.js';
import type { MatchCheck, SavedIdentity } from './match-check.js';

/** Keys of a stored value that the product does not know, kept as they are. */
export type UnknownKeys = Readonly<Record<string, unknown>>;

/** A deal as its board was saved: what it is recognised by, and what its user thought of it. */
export interface SavedDeal extends SavedIdentity {
  /** Null for that of the stage. */
  readonly probability: Probability | null;
  readonly hidden: boolean;
  /** True for a deal that the data did not have when the board was saved. */
  readonly missing: boolean;
  /** True for a deal that was not on the board when it was saved: gone, closed, lost, or another one. */
  readonly apart: boolean;
  /** What is open or was decided about who it is; null where nothing was ever doubtful. */
  readonly check: MatchCheck | null;
  readonly extra: UnknownKeys;
}

/** The saved deals of a column in their order. */
export interface SavedColumn {
  /** Such as `next_14_days`. */
  readonly id: string;
  readonly deals: readonly SavedDeal[];
}

/** A board as one user saved it: a value, whatever the data is by now. @see docs/domain.md, section 8 */
export interface SavedBoard {
  readonly kind: BoardKind;
  /** Every column of the board, in its order. */
  readonly columns: readonly SavedColumn[];
  readonly extra: UnknownKeys;
}

/** A saved board with no deal in it, as after a reset. */
export function emptyBoard(kind: BoardKind): SavedBoard {
  return { kind, columns: columnsOfBoard(kind).map(({ id }) => ({ id, deals: [] })), extra: {} };
}

/** All deals of a saved board, column by column. */
export const savedDealsOf = ({ columns }: SavedBoard): readonly SavedDeal[] =>
  columns.flatMap(({ deals }) => deals);
