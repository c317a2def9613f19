import { fold } from '../normalise/fold.js';
import type { RecordSet } from '../record-set/record-set.js';
import type { Asked, Filters } from './asked.js';
import { isAny } from './catalogue/predicates.js';
import { matching } from './engine/positions.js';
import { EVERY_RECORD } from './engine/window.js';
import { sortKeysOf } from './engine/sort-keys.js';
import type { Sort } from './sort.js';

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
  asked: Pick<Asked, 'asOf' | 'weights'>,
): Uint32Array {
  const everything = matching(set, EVERY_RECORD, isAny, filters);
  const found = search.trim() === '' ? everything : searched(set, everything, fold(search));
  return sort === null
    ? found
    : Uint32Array.from(sortRecords([set], [found], sort, asked), ({ position }) => position);
}

/**
 * Positions (of {@link recordsBehind} or {@link selectRecords}) of several sets as one list in one order.
 *
 * @param positions one list a set, in the order of the sets
 * @param sort null for the order of the sets and of their lists
 */
export function sortRecords(
  sets: readonly RecordSet[],
  positions: readonly Uint32Array[],
  sort: Sort | null,
  asked: Pick<Asked, 'asOf' | 'weights'>,
): RecordRef[] {
  const refs = positions.flatMap((list, set) => Array.from(list, (position) => ({ set, position })));
  if (sort === null) return refs;
  const keysOf = sortKeysOf(sets, sort.by, asked);
  const keys = Float64Array.from(refs, ({ set, position }) => keysOf[set]?.(position) ?? Number.NaN);
  const order = Uint32Array.from(refs, (_, at) => at).sort(inOrder(keys, sort.descending));
  return Array.from(order, (at) => refs[at]).filter((ref) => ref !== undefined);
}

function searched(set: RecordSet, positions: Uint32Array, text: string): Uint32Array {
  const isFound = Uint8Array.from(set.clients, (client) => Number(client.includes(text)));
  return positions.filter((position) => isFound[set.clientOf[position] ?? 0] === 1);
}

function inOrder(keys: Float64Array, descending: boolean): (left: number, right: number) => number {
  const direction = descending ? -1 : 1;
  return (left, right) => {
    const [first = Number.NaN, second = Number.NaN] = [keys[left], keys[right]];
    const absent = Number(Number.isNaN(first)) - Number(Number.isNaN(second));
    return absent || direction * (first - second) || left - right;
  };
}
