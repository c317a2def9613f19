import type { WholeNumber } from '../../number/whole-number.js';
import type { RecordSet } from '../../record-set/record-set.js';
import type { Question } from '../model/question.js';
import type { Picked } from '../model/metric.js';
import { AmountColumns, weightsOf } from '../engine/amount-columns.js';
import { CentSums, currency } from '../engine/cent-sums.js';
import { positionsOf } from '../engine/positions.js';

/** Deals that a weighted number counts with weight 0. */
export interface Weightless {
  /** How many deals. */
  readonly deals: WholeNumber;
  /** Currency. */
  readonly pipe: number;
}

/** Positions of the picked records that weigh nothing. */
export function weightlessPositions(set: RecordSet, picked: Picked, question: Question): Uint32Array {
  const weightAt = weightsOf(set, question.weights, question.asOf);
  const positions = positionsOf(set, picked, question);
  const found = new Uint32Array(positions.length);
  let count = 0;
  for (const position of positions) if (weightAt(position) === 0) found[count++] = position;
  return found.subarray(0, count);
}

/**
 * How many of the picked deals, with how much pipe, weigh nothing.
 *
 * @see docs/domain.md, section 4
 */
export function weightless(sets: readonly RecordSet[], picked: Picked, question: Question): Weightless {
  const found = sets.map((set) => ({ set, positions: weightlessPositions(set, picked, question) }));
  return {
    deals: found.reduce((deals, { positions }) => deals + positions.length, 0),
    pipe: currency(
      found.reduce((cents, { set, positions }) => cents + sumOf(set, positions, 'pipe', question), 0n),
    ),
  };
}

/** Sum of an amount over some records of a set, whole cents. */
export function sumOf(
  set: RecordSet,
  positions: Uint32Array,
  amount: 'pipe' | 'value',
  question: Pick<Question, 'asOf' | 'weights'>,
): bigint {
  const column = new AmountColumns(set, question).of(amount);
  const sums = new CentSums(1, set.isHuge);
  for (const position of positions) sums.add(0, column[position] ?? Number.NaN);
  return sums.at(0);
}
