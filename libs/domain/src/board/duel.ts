import { currency } from '../metrics/engine/cent-sums.js';
import { toCents } from '../normalise/money.js';
import type { WholeNumber } from '../number/whole-number.js';
import { type Board, type PlacedDeal, placedDeals } from './applied-board.js';
import type { BoardDeal } from './board-deal.js';
import type { Probability } from './board-columns.js';
import { moveCard } from './board-moves.js';
import { projectedCents } from './column-deals.js';

/** What one board says of a deal. */
export interface DuelSide {
  /** Id of the column. */
  readonly column: string;
  readonly probability: Probability | null;
  readonly hidden: boolean;
  /** What it adds to the board's total, currency; 0 for a hidden deal. */
  readonly projected: number;
}

/** A deal of which two boards say something else. */
export interface DuelRow<Deal extends BoardDeal = BoardDeal> {
  /** Names the deal on both boards. */
  readonly key: string;
  readonly deal: Deal;
  readonly left: DuelSide;
  readonly right: DuelSide;
  /**
   * Money in dispute, currency: what the deal is projected to bring where the boards expect it at different times, else
   * the difference between the two.
   */
  readonly disputed: number;
  /** What the deal adds to the left board's total less what it adds to the right one's, currency. */
  readonly difference: number;
}

/** Why two boards come to different totals. Money in currency, left less right. */
export interface DuelCauses {
  /** Deals that stand in different columns: the total is the same, its time is not. */
  readonly column: { readonly deals: WholeNumber; readonly projected: number };
  /** Deals that both show, but weigh otherwise. */
  readonly probability: { readonly deals: WholeNumber; readonly difference: number };
  /** Deals that only one of them shows. */
  readonly hidden: { readonly deals: WholeNumber; readonly difference: number };
  /** The total of the left board less that of the right one. */
  readonly difference: number;
}

/** Two boards over the same data, deal by deal. */
export interface Duel<Deal extends BoardDeal = BoardDeal> {
  /** The most money in dispute first. */
  readonly rows: readonly DuelRow<Deal>[];
  readonly causes: DuelCauses;
}

/**
 * Compares two boards over the same data deal by deal: column, probability, hiding. The order within a column is no
 * difference.
 *
 * @param isShown which deals are compared: all, or those of some AEs
 * @see docs/domain.md, section 8
 */
export function duelBetween<Deal extends BoardDeal>(
  left: Board<Deal>,
  right: Board<Deal>,
  isShown: (deal: Deal) => boolean = () => true,
): Duel<Deal> {
  const others = new Map(standings(right).map((standing) => [standing.card.key, standing]));
  const pairs = standings(left).flatMap((one): Pair<Deal>[] => {
    const other = others.get(one.card.key);
    return other && isShown(one.card.deal) && isOtherwise(one, other) ? [{ one, other }] : [];
  });
  const rows = pairs.sort((first, second) => disputed(second) - disputed(first)).map(rowOf);
  return { rows, causes: causesOf(pairs) };
}

/** The board with a deal as another board has it: its column, place, probability, and whether it is hidden. */
export function acceptFrom<Deal extends BoardDeal>(
  board: Board<Deal>,
  from: Board<Deal>,
  key: string,
): Board<Deal> {
  const column = from.columns.find(({ entries }) => entries.some((entry) => entry.key === key));
  const at = column?.entries.findIndex((entry) => entry.key === key) ?? -1;
  const card = column?.entries[at];
  if (!column || card?.is !== 'placed') return board;
  const here = new Set(board.columns.find(({ id }) => id === column.id)?.entries.map((entry) => entry.key));
  const before = column.entries.slice(at + 1).find((entry) => here.has(entry.key))?.key ?? null;
  const moved = moveCard(board, key, { column: column.id, before });
  const { probability, hidden } = card;
  const columns = moved.columns.map(({ id, entries }) => ({
    id,
    entries: entries.map((entry) =>
      entry.key === key && entry.is === 'placed' ? { ...entry, probability, hidden } : entry,
    ),
  }));
  return { ...moved, columns };
}

/**
 * The board with every deal that differs as another board has it.
 *
 * @param isShown which deals are taken over: all, or those of some AEs; the others stay as they were sorted
 * @see docs/domain.md, section 8
 */
export const acceptAll = <Deal extends BoardDeal>(
  board: Board<Deal>,
  from: Board<Deal>,
  isShown: (deal: Deal) => boolean = () => true,
): Board<Deal> =>
  duelBetween(board, from, isShown).rows.reduce((now, { key }) => acceptFrom(now, from, key), board);

interface Standing<Deal extends BoardDeal> {
  readonly card: PlacedDeal<Deal>;
  readonly column: string;
  /** Whole cents that it adds to the total. */
  readonly cents: number;
}

interface Pair<Deal extends BoardDeal> {
  readonly one: Standing<Deal>;
  readonly other: Standing<Deal>;
}

const standings = <Deal extends BoardDeal>(board: Board<Deal>): Standing<Deal>[] =>
  board.columns.flatMap(({ id }) =>
    placedDeals({ ...board, columns: board.columns.filter((column) => column.id === id) }).map((card) => ({
      card,
      column: id,
      cents: centsOf(card),
    })),
  );

function centsOf({ deal, probability, hidden }: PlacedDeal): number {
  const value = deal.value === null ? null : toCents(deal.value);
  return hidden || value === null ? 0 : projectedCents(value, probability ?? 0);
}

const isOtherwise = <Deal extends BoardDeal>(one: Standing<Deal>, other: Standing<Deal>): boolean =>
  one.card.hidden !== other.card.hidden ||
  (!one.card.hidden && (one.column !== other.column || one.card.probability !== other.card.probability));

/** Whole cents. */
function disputed({ one, other }: Pair<BoardDeal>): number {
  const isElsewhere = one.column !== other.column && !one.card.hidden && !other.card.hidden;
  const [first, second] = [Math.abs(one.cents), Math.abs(other.cents)];
  return isElsewhere ? Math.max(first, second) : Math.abs(one.cents - other.cents);
}

const money = (cents: number): number => currency(BigInt(cents));

function rowOf<Deal extends BoardDeal>(pair: Pair<Deal>): DuelRow<Deal> {
  const { one, other } = pair;
  const { key, deal } = one.card;
  return {
    key,
    deal,
    left: sideOf(one),
    right: sideOf(other),
    disputed: money(disputed(pair)),
    difference: money(one.cents - other.cents),
  };
}

const sideOf = ({ card: { probability, hidden }, column, cents }: Standing<BoardDeal>): DuelSide => ({
  column,
  probability,
  hidden,
  projected: money(cents),
});

function causesOf(pairs: readonly Pair<BoardDeal>[]): DuelCauses {
  const shown = pairs.filter(({ one, other }) => !one.card.hidden && !other.card.hidden);
  const elsewhere = shown.filter(({ one, other }) => one.column !== other.column);
  const weighed = shown.filter(({ one, other }) => one.card.probability !== other.card.probability);
  const hidden = pairs.filter(({ one, other }) => one.card.hidden !== other.card.hidden);
  return {
    column: { deals: elsewhere.length, projected: money(sum(elsewhere.map(({ one }) => one.cents))) },
    probability: { deals: weighed.length, difference: difference(weighed) },
    hidden: { deals: hidden.length, difference: difference(hidden) },
    difference: difference(pairs),
  };
}

const difference = (pairs: readonly Pair<BoardDeal>[]): number =>
  money(sum(pairs.map(({ one, other }) => one.cents - other.cents)));

const sum = (cents: readonly number[]): number => cents.reduce((total, each) => total + each, 0);
