import type { WholeNumber } from '../../number/whole-number.js';
import type { RecordSet } from '../../record-set/record-set.js';
import type { Question } from '../model/question.js';
import { type CatalogueMetric, countedOf, pickedBy, REVENUE_TO_DATE } from '../catalogue/catalogue.js';
import type { NearMiss } from '../model/metric.js';
import { currency } from '../engine/cent-sums.js';
import { positionsOf } from '../engine/positions.js';
import { sumOf, weightlessPositions } from './weightless.js';

/** Records that have one reason in common. */
export interface LeftOut {
  /** Of what is left out, what they are: "closed deals without ARR". Of these, what they do: "weigh nothing". */
  readonly reason: string;
  /** How many deals. */
  readonly count: WholeNumber;
  /** Deal value they hold, currency. */
  readonly value: number;
  /** Pipe they hold, currency. */
  readonly pipe: number;
}

/** What is worth saying about the records of a number. */
export interface Misses {
  /** Records that are not among those behind the number. */
  readonly left_out: LeftOut[];
  /** Records that are among those behind the number, such as those that weigh nothing. */
  readonly of_these: LeftOut[];
}

/**
 * The near misses of a metric that some records are, apart by whether they are among the records behind the number;
 * those of a rate are those of both its parts, for the same reason those of its denominator.
 */
export function missesOf(sets: readonly RecordSet[], metric: CatalogueMetric, question: Question): Misses {
  const behind = sets.map((set) => marked(set, behindOf(set, metric, question)));
  const split = nearMissesOf(metric).map((miss) => ({ miss, ...splitMiss(sets, miss, behind, question) }));
  const counted = (positions: Uint32Array[], reasonOf: (count: number) => string) =>
    countMiss(sets, positions, reasonOf, question);
  return {
    left_out: split.flatMap(({ miss, outside }) =>
      counted(outside, (count) => (count === 1 ? miss.one : miss.reason)),
    ),
    of_these: split.flatMap(({ miss, inside }) => counted(inside, (count) => doing(miss, count))),
  };
}

function behindOf(set: RecordSet, metric: CatalogueMetric, question: Question): Uint32Array {
  const picked = pickedBy(metric);
  return picked === null ? NONE : positionsOf(set, picked, question);
}

/** 1 at the positions, 0 elsewhere. */
function marked({ size }: RecordSet, positions: Uint32Array): Uint8Array {
  const marks = new Uint8Array(size);
  for (const position of positions) marks[position] = 1;
  return marks;
}

const doing = ({ reason, doing: words }: NearMiss, count: number) =>
  count === 1 ? (words?.one ?? `is one of the ${reason}`) : (words?.many ?? `are ${reason}`);

function nearMissesOf(metric: CatalogueMetric): readonly NearMiss[] {
  switch (metric.kind) {
    case 'counted':
      return metric.leftOut;
    case 'ratio':
      return nearMissesOfRate(countedOf(metric.numerator).leftOut, countedOf(metric.denominator).leftOut);
    case 'plan':
      return metric.plan === 'remaining' || metric.plan === 'gap' ? countedOf(REVENUE_TO_DATE).leftOut : [];
    case 'distinct':
      return [];
  }
}

/** The records behind a rate are those of its denominator, which therefore says how many one reason leaves out. */
function nearMissesOfRate(above: readonly NearMiss[], below: readonly NearMiss[]): readonly NearMiss[] {
  const reasons = new Set(below.map(({ reason }) => reason));
  return [...above.filter(({ reason }) => !reasons.has(reason)), ...below];
}

/** Positions of a near miss in each set, apart by whether they are marked. */
function splitMiss(
  sets: readonly RecordSet[],
  miss: NearMiss,
  marks: readonly Uint8Array[],
  question: Question,
): { inside: Uint32Array[]; outside: Uint32Array[] } {
  const find = miss.isWeightless ? weightlessPositions : positionsOf;
  const found = sets.map((set) => find(set, miss, question));
  const only = (mark: number) =>
    found.map((positions, at) => positions.filter((position) => marks[at]?.[position] === mark));
  return { inside: only(1), outside: only(0) };
}

/** One entry for some records; none without records. */
function countMiss(
  sets: readonly RecordSet[],
  positions: readonly Uint32Array[],
  reasonOf: (count: number) => string,
  question: Question,
): LeftOut[] {
  const count = positions.reduce((sum, { length }) => sum + length, 0);
  if (count === 0) return [];
  const total = (amount: 'value' | 'pipe') =>
    currency(
      sets.reduce((cents, set, at) => cents + sumOf(set, positions[at] ?? NONE, amount, question), 0n),
    );
  return [{ reason: reasonOf(count), count, value: total('value'), pipe: total('pipe') }];
}

const NONE = new Uint32Array(0);
