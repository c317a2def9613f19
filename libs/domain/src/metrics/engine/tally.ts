import { currency } from './cent-sums.js';

/** What a metric comes to: how many records, and the sum of its amount in whole cents (0 for a count). */
export interface Tally {
  readonly count: number;
  readonly cents: bigint;
}

/** No records. */
export const NO_TALLY: Tally = { count: 0, cents: 0n };

/** The sum of two tallies. */
export function added(left: Tally, right: Tally): Tally {
  return { count: left.count + right.count, cents: left.cents + right.cents };
}

/** The number a counted metric shows: its records, or its sum in currency. */
export function tallied({ amount }: { readonly amount: string | null }, { count, cents }: Tally): number {
  return amount === null ? count : currency(cents);
}
