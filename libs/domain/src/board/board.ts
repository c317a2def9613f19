import type { Question } from '../metrics/model/question.js';
import { currency } from '../metrics/engine/cent-sums.js';
import { divide } from '../metrics/model/divide.js';
import type { RecordRef } from '../metrics/records/select-records.js';
import type { WholeNumber } from '../number/whole-number.js';
import type { RecordSet } from '../record-set/record-set.js';
import type { TargetSet } from '../targets/target-set.js';
import { type ColumnDefinition, columnOf, PIPELINE_COLUMNS, PROJECTION_COLUMNS } from './board-columns.js';
import { columnPositions, currencyOrNull, inOrder, projectedCents, valueAt } from './column-deals.js';
import { addedTotals, NO_DEALS, totalsByOwner } from './column-totals.js';

/** A column of a board without its deals. Money in currency. */
export interface BoardColumnTotals {
  /** Such as `poa_booked` or `next_14_days`. */
  readonly id: string;
  /** Name as the console shows it. */
  readonly label: string;
  /** Stages that fill it, canonical. */
  readonly stages: string[];
  /** How many deals it holds. */
  readonly deals: WholeNumber;
  /** Deal value of all its deals. */
  readonly value: number;
  /** Value x probability; null on a board without probabilities. */
  readonly projected: number | null;
  /** Goal of the column, unscaled; null without one. */
  readonly goal: number | null;
  /** projected / goal; null without a goal above 0. */
  readonly progress: number | null;
}

/** A column of a board with its first deals. */
export interface BoardColumn extends BoardColumnTotals {
  /** The first 20 in the column's order; `deals` says how many there are. */
  readonly cards: BoardCard[];
}

/** What a board says beside a deal. */
export interface BoardCardAmounts {
  /** 50, 75 or 90; null on a board without probabilities. */
  readonly probability: WholeNumber | null;
  /** Value x probability, currency to the cent; null without probability or value. */
  readonly projected: number | null;
}

/** A deal on a board. */
export interface BoardCard extends BoardCardAmounts {
  readonly deal: RecordRef;
}

/** Cards that come with a column; the rest is asked for page by page. */
const FIRST_CARDS = 20;

/**
 * The Deal Pipeline in its default order, whatever the period; filters are followed.
 *
 * @see docs/domain.md, section 8
 */
export function dealPipeline(sets: readonly RecordSet[], question: Pick<Question, 'filters'>): BoardColumn[] {
  return PIPELINE_COLUMNS.map((column) => filledColumn(sets, column, question, null));
}

/**
 * Closing Projections before anybody moved a deal, whatever the period; filters are followed, goals stay the view's.
 *
 * @param targets the view's targets, null without any
 * @see docs/domain.md, sections 3 and 8
 */
export function closingProjections(
  sets: readonly RecordSet[],
  question: Pick<Question, 'filters'>,
  targets: TargetSet | null,
): BoardColumn[] {
  return PROJECTION_COLUMNS.map((column) => filledColumn(sets, column, question, targets));
}

/**
 * All deals of one column of a board, in the column's order.
 *
 * @throws UnknownBoardColumnError
 * @see docs/domain.md, section 8
 */
export function boardColumn(
  sets: readonly RecordSet[],
  id: string,
  question: Pick<Question, 'filters'>,
): RecordRef[] {
  return inOrder(sets, columnPositions(sets, columnOf(id), question));
}

function filledColumn(
  sets: readonly RecordSet[],
  column: ColumnDefinition,
  question: Pick<Question, 'filters'>,
  targets: TargetSet | null,
): BoardColumn {
  const { id, label, stages, probability } = column;
  const positions = columnPositions(sets, column, question);
  const totals = [...totalsByOwner(sets, positions, column).values()].reduce(addedTotals, NO_DEALS);
  const projected = probability === null ? null : currency(totals.projected);
  const goal = column.goal === null ? null : (targets?.keys[column.goal].value ?? null);
  return {
    id,
    label,
    stages: [...stages],
    deals: totals.deals,
    value: currency(totals.value),
    projected,
    goal,
    progress: divide(projected, goal),
    cards: inOrder(sets, positions, FIRST_CARDS).map((deal) => cardOf(sets, deal, probability)),
  };
}

function cardOf(sets: readonly RecordSet[], deal: RecordRef, probability: number | null): BoardCard {
  const projected = probability === null ? Number.NaN : projectedCents(valueAt(sets, deal), probability);
  return { deal, probability, projected: currencyOrNull(projected) };
}
