import { currency } from '../metrics/engine/cent-sums.js';
import type { Question } from '../metrics/model/question.js';
import { matching } from '../metrics/engine/positions.js';
import { EVERY_RECORD } from '../metrics/model/window.js';
import type { RecordRef } from '../metrics/records/select-records.js';
import type { RecordSet } from '../record-set/record-set.js';
import { tenThousandths, weightedCents } from '../weighting/weighted-cents.js';
import type { ColumnDefinition } from './board-columns.js';
import { bySizeThenClient, type Sized } from './default-order.js';

/** The deals of a column, set by set. */
export type ColumnPositions = readonly Uint32Array[];

/** Positions of the deals that start in a column, whatever their dates. */
export function columnPositions(
  sets: readonly RecordSet[],
  { where }: ColumnDefinition,
  { filters }: Pick<Question, 'filters'>,
): ColumnPositions {
  return sets.map((set) => matching(set, EVERY_RECORD, where, filters));
}

/** Whole cents of a deal's value times a probability in percent; NaN without value. */
export function projectedCents(cents: number, probability: number): number {
  return Number.isNaN(cents) ? cents : weightedCents(cents, tenThousandths(probability / 100));
}

/** Deal value of a record, whole cents; NaN for none. */
export function valueAt(sets: readonly RecordSet[], { set, position }: RecordRef): number {
  return sets[set]?.cents.value[position] ?? Number.NaN;
}

/** Currency of whole cents; null for none. */
export function currencyOrNull(cents: number): number | null {
  return Number.isNaN(cents) ? null : currency(BigInt(cents));
}

/**
 * The deals of a column in its order: value descending, then client.
 *
 * @param limit how many of the first are wanted
 */
export function inOrder(
  sets: readonly RecordSet[],
  positions: ColumnPositions,
  limit = Infinity,
): RecordRef[] {
  const sizes = sets.map((set, at) => sizesOf(set, positions[at] ?? NO_POSITIONS));
  const floor = sizeAtPlace(sizes, limit);
  const refs = sizes.flatMap((column, set) => candidates(set, positions[set] ?? NO_POSITIONS, column, floor));
  const first = refs.sort(bySizeThenClient<SizedRef>(clientAt(sets))).slice(0, limit);
  return first.map(({ set, position }) => ({ set, position }));
}

const NO_POSITIONS = new Uint32Array(0);

interface SizedRef extends RecordRef, Sized {}

/** Values by index into the positions; no value comes after every value. */
function sizesOf({ cents: { value } }: RecordSet, positions: Uint32Array): Float64Array {
  const sizes = new Float64Array(positions.length);
  for (let at = 0; at < sizes.length; at++) {
    const cents = value[positions[at] ?? 0] ?? Number.NaN;
    sizes[at] = Number.isNaN(cents) ? -Infinity : cents;
  }
  return sizes;
}

/** The value at a place of the order: only deals worth as much can come before it. */
function sizeAtPlace(sizes: readonly Float64Array[], place: number): number {
  const count = sizes.reduce((sum, { length }) => sum + length, 0);
  if (place >= count) return -Infinity;
  const greatest = new Float64Array(place).fill(-Infinity);
  for (const column of sizes) {
    for (const size of column) if (size > (greatest[0] ?? size)) insert(greatest, size);
  }
  return greatest[0] ?? -Infinity;
}

/** Inserts a number in its place among ascending ones; the smallest of them is dropped. */
function insert(ascending: Float64Array, size: number): void {
  let at = 1;
  for (; at < ascending.length && (ascending[at] ?? size) < size; at++)
    ascending[at - 1] = ascending[at] ?? size;
  ascending[at - 1] = size;
}

function candidates(set: number, positions: Uint32Array, sizes: Float64Array, floor: number): SizedRef[] {
  const found: SizedRef[] = [];
  for (let at = 0; at < sizes.length; at++) {
    const size = sizes[at] ?? -Infinity;
    if (size >= floor) found.push({ set, position: positions[at] ?? 0, size });
  }
  return found;
}

function clientAt(sets: readonly RecordSet[]): (deal: RecordRef) => string {
  return ({ set, position }) => {
    const records = sets[set];
    return records?.clients[records.clientOf[position] ?? 0] ?? '';
  };
}
