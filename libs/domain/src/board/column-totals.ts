import { CentSums } from '../metrics/engine/cent-sums.js';
import type { GroupKey } from '../metrics/engine/grouping.js';
import type { RecordSet } from '../record-set/record-set.js';
import type { ColumnDefinition } from './board-columns.js';
import { type ColumnPositions, projectedCents } from './column-deals.js';

/** Totals of deals on a board. Whole cents. */
export interface ColumnTotal {
  readonly deals: number;
  readonly value: bigint;
  /** Each deal's value times its probability, to the cent. */
  readonly projected: bigint;
}

/** No deals. */
export const NO_DEALS: ColumnTotal = { deals: 0, value: 0n, projected: 0n };

/** The sum of two totals. */
export function addedTotals(left: ColumnTotal, right: ColumnTotal): ColumnTotal {
  return {
    deals: left.deals + right.deals,
    value: left.value + right.value,
    projected: left.projected + right.projected,
  };
}

/** Totals of a column by AE; only AEs who have deals there. */
export function totalsByOwner(
  sets: readonly RecordSet[],
  positions: ColumnPositions,
  { probability }: ColumnDefinition,
): Map<GroupKey, ColumnTotal> {
  const totals = new Map<GroupKey, ColumnTotal>();
  sets.forEach((set, at) => {
    for (const [key, total] of ownersOfSet(set, positions[at] ?? new Uint32Array(0), probability ?? 0))
      totals.set(key, addedTotals(totals.get(key) ?? NO_DEALS, total));
  });
  return totals;
}

function ownersOfSet(set: RecordSet, positions: Uint32Array, probability: number): [GroupKey, ColumnTotal][] {
  const { names, codes } = set.names.owner;
  const deals = new Uint32Array(names.keys.length);
  const value = new CentSums(deals.length, set.isHuge);
  const projected = new CentSums(deals.length, set.isHuge);
  for (const position of positions) {
    const owner = codes[position] ?? 0;
    const cents = set.cents.value[position] ?? Number.NaN;
    deals[owner] = (deals[owner] ?? 0) + 1;
    value.add(owner, cents);
    projected.add(owner, projectedCents(cents, probability));
  }
  return names.keys.flatMap((key, owner) => {
    const count = deals[owner] ?? 0;
    if (count === 0) return [];
    return [[key, { deals: count, value: value.at(owner), projected: projected.at(owner) }]];
  });
}
