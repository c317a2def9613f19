import type { BoardDeal } from './board-deal.js';
import type { BoardKind, Probability } from './board-columns.js';
import type { SavedIdentity } from './match-check.js';
import type { MatchReason } from './match-reason.js';
import type { SavedDeal, UnknownKeys } from './saved-board.js';

/** How a deal of the data was recognised as one that was saved. */
export interface BoardMatch {
  readonly by: MatchReason;
  /**
   * How many deals, or saved deals if they are more, were alike by that. Where the stage is the same and the value is
   * not: how many its client has.
   */
  readonly alike: number;
  /** What it was when somebody placed it. */
  readonly was: SavedIdentity;
  /** Whether nobody needs to look any more: somebody said that it is the same deal. */
  readonly isConfirmed: boolean;
}

/** A deal of the data in its place on a board. */
export interface PlacedDeal<Deal extends BoardDeal = BoardDeal> {
  readonly is: 'placed';
  /** Names the deal on its board; see {@link boardKey}. */
  readonly key: string;
  readonly deal: Deal;
  /** What the value is multiplied by, in percent; null on a board without probabilities. */
  readonly probability: Probability | null;
  readonly hidden: boolean;
  /** True for a deal that is in the data since the board was saved. */
  readonly isNew: boolean;
  /** Null for a deal that was not saved. */
  readonly match: BoardMatch | null;
  readonly extra: UnknownKeys;
}

/**
 * What became of a saved deal that is not on its board. `closed`, `lost` (also what can be revived), `stalled`,
 * `not_relevant`: its stage. `earlier`: back before the stages of the board. `not_attended`: its intro did not take
 * place. `no_stage`: its stage is empty or unknown. `unclear`: deals of its client are there, but not which one it is.
 * `refused`: somebody said that the deal it was taken for is another one. `gone`: not in the data.
 */
export type Fate =
  | 'closed'
  | 'lost'
  | 'stalled'
  | 'not_relevant'
  | 'earlier'
  | 'not_attended'
  | 'no_stage'
  | 'unclear'
  | 'refused'
  | 'gone';

/** A saved deal that is not on its board: it keeps its place in case it comes back. */
export interface ApartDeal<Deal extends BoardDeal = BoardDeal> {
  readonly is: 'apart';
  /** Names the entry on its board. */
  readonly key: string;
  /** As it was saved: its last known value is `pipeline`. */
  readonly saved: SavedDeal;
  readonly fate: Fate;
  /** The deal as it is in the data; null where it is not there, or not known which one it is. */
  readonly deal: Deal | null;
  readonly match: BoardMatch | null;
}

/** What a column holds: deals, and places kept for those that are not on the board now. */
export type ColumnEntry<Deal extends BoardDeal = BoardDeal> = PlacedDeal<Deal> | ApartDeal<Deal>;

/** A column of a board in the user's order. */
export interface AppliedColumn<Deal extends BoardDeal = BoardDeal> {
  /** Such as `next_14_days`. */
  readonly id: string;
  readonly entries: readonly ColumnEntry<Deal>[];
}

/** A saved board, or the default one, over the deals of the data: a value. @see docs/domain.md, section 8 */
export interface Board<Deal extends BoardDeal = BoardDeal> {
  readonly kind: BoardKind;
  /** Every column that the board can have, in its order: also `delayed` without deals. */
  readonly columns: readonly AppliedColumn<Deal>[];
  /** Whether the data is of several views, as on Master: then each deal is saved with its view. */
  readonly isOverViews: boolean;
  /** Unknown keys of the saved board. */
  readonly extra: UnknownKeys;
}

/** Cards of a column in their order, hidden ones among them. */
export function cardsOf<Deal extends BoardDeal>(board: Board<Deal>, column: string): PlacedDeal<Deal>[] {
  const entries = board.columns.find(({ id }) => id === column)?.entries ?? [];
  return entries.filter((entry) => entry.is === 'placed');
}

/**
 * Cards of a column that are shown, in their order.
 *
 * @param isShown which of those that are not hidden: all, or those of some AEs
 */
export function shownCards<Deal extends BoardDeal>(
  board: Board<Deal>,
  column: string,
  isShown: (deal: Deal) => boolean = () => true,
): PlacedDeal<Deal>[] {
  return cardsOf(board, column).filter(({ hidden, deal }) => !hidden && isShown(deal));
}

/** Hidden cards of all columns, column by column. */
export function hiddenCards<Deal extends BoardDeal>(board: Board<Deal>): PlacedDeal<Deal>[] {
  return placedDeals(board).filter(({ hidden }) => hidden);
}

/** Cards of all columns, hidden ones among them. */
export function placedDeals<Deal extends BoardDeal>(board: Board<Deal>): PlacedDeal<Deal>[] {
  return entriesOf(board).filter((entry) => entry.is === 'placed');
}

/** Saved deals that are not on the board now, with what became of each. */
export function apartDeals<Deal extends BoardDeal>(board: Board<Deal>): ApartDeal<Deal>[] {
  return entriesOf(board).filter((entry) => entry.is === 'apart');
}

/**
 * What a person should look at: deals that were recognised by their client alone or among several that are alike, and
 * saved deals whose client has deals, but not which one it is. Each stays until somebody settles it.
 */
export function doubtfulEntries<Deal extends BoardDeal>(board: Board<Deal>): ColumnEntry<Deal>[] {
  return entriesOf(board).filter(isDoubtfulEntry);
}

/** Whether a person should look at an entry. */
export const isDoubtfulEntry = (entry: ColumnEntry): boolean =>
  isDoubtfulMatch(entry.match) || (entry.is === 'apart' && entry.fate === 'unclear');

/** Whether a deal may be another one than the one that was placed. */
export const isDoubtfulMatch = (match: BoardMatch | null): boolean =>
  match !== null && !match.isConfirmed && (match.by === 'client' || match.alike > 1);

const entriesOf = <Deal extends BoardDeal>({ columns }: Board<Deal>): readonly ColumnEntry<Deal>[] =>
  columns.flatMap(({ entries }) => entries);
