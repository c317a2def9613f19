import { currency } from '../metrics/engine/cent-sums.js';
import { divide } from '../metrics/model/divide.js';
import { toCents } from '../normalise/money.js';
import type { WholeNumber } from '../number/whole-number.js';
import { type Board, shownCards } from './applied-board.js';
import type { BoardColumnTotals } from './board.js';
import { columnsOfBoard, type ColumnDefinition } from './board-columns.js';
import type { BoardDeal } from './board-deal.js';
import { currencyOrNull, projectedCents } from './column-deals.js';
import { addedTotals, type ColumnTotal, NO_DEALS } from './column-totals.js';

/** What the columns of a board come to, and all of them together. */
export interface BoardTotals {
  /** Every column that the board can have, in its order. */
  readonly columns: readonly BoardColumnTotals[];
  readonly total: {
    readonly deals: WholeNumber;
    /** Currency. */
    readonly value: number;
    /** Currency; null on a board without probabilities. */
    readonly projected: number | null;
  };
}

/**
 * Totals of a board: hidden deals count nowhere.
 *
 * @param goals goal of each column, currency; a column without one has none
 * @param isShown which deals count: all, or those of some AEs
 * @see docs/domain.md, section 8
 */
export function boardTotals<Deal extends BoardDeal>(
  board: Board<Deal>,
  goals: Readonly<Record<string, number | null>>,
  isShown?: (deal: Deal) => boolean,
): BoardTotals {
  const isWeighed = board.kind === 'projections';
  const sums = columnsOfBoard(board.kind).map((column) => ({
    column,
    sum: sumOf(board, column.id, isShown),
  }));
  const { deals, value, projected } = sums.map(({ sum }) => sum).reduce(addedTotals, NO_DEALS);
  return {
    columns: sums.map(({ column, sum }) => columnTotals(column, sum, isWeighed, goals[column.id] ?? null)),
    total: { deals, value: currency(value), projected: isWeighed ? currency(projected) : null },
  };
}

/**
 * What a deal is projected to bring.
 *
 * @param value currency; null for none
 * @param probability percent
 * @returns currency to the cent; null without value
 */
export const projectedValue = (value: number | null, probability: number): number | null =>
  currencyOrNull(projectedCents(centsOf(value), probability));

function sumOf<Deal extends BoardDeal>(
  board: Board<Deal>,
  column: string,
  isShown?: (deal: Deal) => boolean,
): ColumnTotal {
  const totals = shownCards(board, column, isShown).map(({ deal, probability }): ColumnTotal => {
    const cents = centsOf(deal.value);
    return { deals: 1, value: whole(cents), projected: whole(projectedCents(cents, probability ?? 0)) };
  });
  return totals.reduce(addedTotals, NO_DEALS);
}

function columnTotals(
  { id, label, stages }: ColumnDefinition,
  sum: ColumnTotal,
  isWeighed: boolean,
  goal: number | null,
): BoardColumnTotals {
  const projected = isWeighed ? currency(sum.projected) : null;
  const value = currency(sum.value);
  return {
    id,
    label,
    stages: [...stages],
    deals: sum.deals,
    value,
    projected,
    goal,
    progress: divide(projected, goal),
  };
}

const centsOf = (value: number | null): number => (value === null ? null : toCents(value)) ?? Number.NaN;

const whole = (cents: number): bigint => (Number.isNaN(cents) ? 0n : BigInt(cents));
