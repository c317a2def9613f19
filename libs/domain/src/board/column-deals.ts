import { currency } from '../metrics/engine/cent-sums.js';
import type { Asked } from '../metrics/asked.js';
import { matching } from '../metrics/engine/positions.js';
import { EVERY_RECORD } from '../metrics/engine/window.js';
import type { RecordRef } from '../metrics/select-records.js';
import type { RecordSet } from '../record-set/record-set.js';
import { tenThousandths, weightedCents } from '../weighting/weighted-cents.js';
import type { ColumnDefinition } from './board-columns.js';

/** The deals of a column, set by set. */
export type ColumnPositions = readonly Uint32Array[];

/** Positions of the deals that start in a column, whatever their dates. */
export function columnPositions(
  sets: readonly RecordSet[],
  { where }: ColumnDefinition,
  { filters }: Pick<Asked, 'filters'>,
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
  const floor = valueOfPlace(sets, positions, limit);
  const refs = positions.flatMap((list, set) => {
    const isCandidate = (position: number) => size(valueAt(sets, { set, position })) >= floor;
    return Array.from(list.filter(isCandidate), (position) => ({ set, position }));
  });
  return refs.sort(byValueThenClient(sets)).slice(0, limit);
}

/** No value comes after every value. */
const size = (cents: number) => (Number.isNaN(cents) ? -Infinity : cents);

/** The value of the deal at a place of the order: only deals worth as much can come before it. */
function valueOfPlace(sets: readonly RecordSet[], positions: ColumnPositions, place: number): number {
  const values = positions.flatMap((list, set) =>
    Array.from(list, (position) => size(valueAt(sets, { set, position }))),
  );
  return place >= values.length ? -Infinity : (Float64Array.from(values).sort().at(-place) ?? -Infinity);
}

function byValueThenClient(sets: readonly RecordSet[]): (left: RecordRef, right: RecordRef) => number {
  const clientOf = ({ set, position }: RecordRef) => {
    const records = sets[set];
    return records?.clients[records.clientOf[position] ?? 0] ?? '';
  };
  return (left, right) => {
    const [first, second] = [size(valueAt(sets, left)), size(valueAt(sets, right))];
    if (first !== second) return first > second ? -1 : 1;
    return (
      compareTexts(clientOf(left), clientOf(right)) || left.set - right.set || left.position - right.position
    );
  };
}

const compareTexts = (left: string, right: string) => (left < right ? -1 : Number(left > right));
