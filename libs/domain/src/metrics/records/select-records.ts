import { fold } from '../../normalise/fold.js';
import { perRecordSet } from '../../record-set/per-record-set.js';
import type { RecordSet } from '../../record-set/record-set.js';
import type { Question } from '../model/question.js';
import type { Filters } from '../../filters/filters.js';
import { isAny } from '../catalogue/predicates.js';
import { ascendingInSlices } from '../engine/order.js';
import { matching } from '../engine/positions.js';
import { EVERY_RECORD } from '../model/window.js';
import { rangesOf, type Slices, wholeOf } from '../engine/slices.js';
import { sortKeysOf } from '../engine/sort-keys.js';
import type { Sort } from '../model/sort.js';

/** Which records of the whole dataset, in which order. */
export interface Selection {
  readonly filters: Filters;
  /** Text that the client's name contains, folded; empty for all. */
  readonly search: string;
  /** Null for the order of the dataset. */
  readonly sort: Sort | null;
}

/** A record by its set and its position there: what a list over several sets is made of. */
export interface RecordRef {
  /** Index of the set in the list that was passed in. */
  readonly set: number;
  readonly position: number;
}

/**
 * Positions of the records that a selection names, in its order.
 *
 * @see docs/domain.md, section 5
 */
export function selectRecords(
  set: RecordSet,
  { filters, search, sort }: Selection,
  question: Pick<Question, 'asOf' | 'weights'>,
): Uint32Array {
  const everything = matching(set, EVERY_RECORD, isAny, filters);
  const text = fold(search);
  const found = text === '' ? everything : searched(set, everything, text);
  return sort === null
    ? found
    : Uint32Array.from(wholeOf(sortRecords([set], [found], sort, question)), ({ position }) => position);
}

/**
 * Positions (of {@link recordsBehind} or {@link selectRecords}) of several sets as one list in one order, made a slice
 * at a time: the caller decides between slices whether to yield to other work.
 *
 * @param positions one list for each set, in the order of the sets
 * @param sort null for the order of the sets and of their lists
 */
export function* sortRecords(
  sets: readonly RecordSet[],
  positions: readonly Uint32Array[],
  sort: Sort | null,
  question: Pick<Question, 'asOf' | 'weights'>,
): Slices<RecordRef[]> {
  const refs = yield* refsOf(positions);
  if (sort === null) return refs;
  const order = yield* ascendingInSlices(yield* keysOf(sets, refs, sort, question));
  const sorted: RecordRef[] = [];
  for (const [from, to] of rangesOf(order.length)) {
    for (const at of order.subarray(from, to)) {
      const ref = refs[at];
      if (ref !== undefined) sorted.push(ref);
    }
    yield;
  }
  return sorted;
}

/* Plain loops: lists of a million records made `from` others by a function take several times as long. */

function* refsOf(positions: readonly Uint32Array[]): Slices<RecordRef[]> {
  const refs: RecordRef[] = [];
  for (const [set, list] of positions.entries()) {
    for (const [from, to] of rangesOf(list.length)) {
      for (const position of list.subarray(from, to)) refs.push({ set, position });
      yield;
    }
  }
  return refs;
}

/** Records without a value come last in both directions. */
function* keysOf(
  sets: readonly RecordSet[],
  refs: readonly RecordRef[],
  sort: Sort,
  question: Pick<Question, 'asOf' | 'weights'>,
): Slices<Float64Array> {
  const keyOf = yield* sortKeysOf(sets, sort.by, question);
  const direction = sort.descending ? -1 : 1;
  const keys = new Float64Array(refs.length).fill(Infinity);
  for (const [from, to] of rangesOf(refs.length)) {
    for (let at = from; at < to; at += 1) {
      const ref = refs[at];
      const key = ref === undefined ? Number.NaN : (keyOf[ref.set]?.(ref.position) ?? Number.NaN);
      if (!Number.isNaN(key)) keys[at] = direction * key;
    }
    yield;
  }
  return keys;
}

function searched(set: RecordSet, positions: Uint32Array, text: string): Uint32Array {
  const isFound = new Uint8Array(set.clients.length);
  const { joined, starts } = searchableOf(set);
  for (let code = 0, at = joined.indexOf(text); at >= 0;) {
    while ((starts[code + 1] ?? Infinity) <= at) code += 1;
    isFound[code] = 1;
    // On to the next client: this one is found, however often it holds the text.
    at = joined.indexOf(text, starts[code + 1] ?? joined.length);
  }
  return positions.filter((position) => isFound[set.clientOf[position] ?? 0] === 1);
}

/** The clients of a set as one text, which is searched several times faster than each of them alone. */
interface Searchable {
  /** One line for each client, in the order of their codes. A folded name has no line break. */
  readonly joined: string;
  /** Where the line of each begins. */
  readonly starts: Uint32Array;
}

/** Made when a set is searched for the first time. */
const searchableOf = perRecordSet(({ clients }): Searchable => {
  let start = 0;
  const starts = Uint32Array.from(clients, (client) => {
    const own = start;
    start += client.length + 1;
    return own;
  });
  return { joined: clients.join('\n'), starts };
});
