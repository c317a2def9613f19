/** Cents above this go to the high lane; sums of either lane stay below 2^53 for 2^29 records. */
const LANE = 2 ** 24;

/**
 * Sums of whole cents, one per slot, exact whatever the order of adding.
 *
 * A double holds whole numbers up to 2^53 exactly. Where all amounts of a dataset together may exceed that, each is
 * split in two lanes; else one lane is enough and costs one addition.
 */
export class CentSums {
  private readonly low: Float64Array;
  private readonly high: Float64Array | null;

  /**
   * @param slots number of sums
   * @param isHuge whether two lanes are needed
   */
  constructor(slots: number, isHuge: boolean) {
    this.low = new Float64Array(slots);
    this.high = isHuge ? new Float64Array(slots) : null;
  }

  /** Adds to a slot; NaN, which stands for no amount, adds nothing. */
  add(slot: number, cents: number): void {
    if (Number.isNaN(cents)) return;
    if (this.high === null) this.low[slot] = (this.low[slot] ?? 0) + cents;
    else this.addInLanes(this.high, slot, cents);
  }

  /** The sum of some slots, whole cents. */
  total(slots: Uint32Array): bigint {
    return totalOf(this.low, slots) + (this.high ? totalOf(this.high, slots) * BigInt(LANE) : 0n);
  }

  /** The sum of one slot, whole cents. */
  at(slot: number): bigint {
    return this.total(Uint32Array.of(slot));
  }

  private addInLanes(high: Float64Array, slot: number, cents: number): void {
    const upper = Math.trunc(cents / LANE);
    high[slot] = (high[slot] ?? 0) + upper;
    this.low[slot] = (this.low[slot] ?? 0) + (cents - upper * LANE);
  }
}

function totalOf(lane: Float64Array, slots: Uint32Array): bigint {
  let sum = 0;
  for (const slot of slots) sum += lane[slot] ?? 0;
  return BigInt(sum);
}

/** Whole cents as currency. */
export function currency(cents: bigint): number {
  return Number(cents) / 100;
}
