import type { Facts } from './facts.js';
import type { Names } from './names.js';

/** Whole numbers in as few bytes as they need. */
export type Codes = Uint8Array | Uint16Array | Uint32Array;

/**
 * Stands in a day column for "no date": later than every date, so that no range of dates holds it, and small enough
 * that the difference of two days fits in 32 bits.
 */
export const NO_DAY = 0x3fff_ffff;

/** Date by which a record falls into a period and into months. */
export type DateField = 'discovery_date' | 'billing_start' | 'poa_date';

/** What people and products of records are looked up by. */
export type NameField = 'owner' | 'bdr' | 'product';

/** One field of names: who occurs, and at each position whom the record names. */
export interface NameColumn {
  readonly names: Names;
  readonly codes: Codes;
  /** Which of the spellings of its name a record has, by position; null where each name has one. */
  readonly spelled: Codes | null;
}

/**
 * The records of one view and revision as columns, in the order of the dataset. Never changed after it was built.
 * A record takes about 55 bytes beside the distinct texts; what no number needs is not kept.
 *
 * @see docs/domain.md, section 2
 */
export interface RecordSet {
  /** Number of records. */
  readonly size: number;
  /** Every combination of {@link Facts} that occurs. */
  readonly classes: readonly Facts[];
  /** Index into {@link classes} by position. */
  readonly classOf: Codes;
  /** Days by position; {@link NO_DAY} for none. */
  readonly days: Readonly<Record<DateField, Int32Array>>;
  /** Whole cents by position; NaN for none. `value` is ARR, or pipe where ARR is missing. */
  readonly cents: Readonly<Record<'expected_mrr' | 'expected_arr' | 'pipeline' | 'value', Float64Array>>;
  /** Folded names of the clients; `""` for none. */
  readonly clients: readonly string[];
  /** A hash of each of {@link clients}: by it the clients of several sets are matched without reading the texts. */
  readonly clientHashes: Int32Array;
  /** Index into {@link clients} by position. */
  readonly clientOf: Codes;
  readonly names: Readonly<Record<NameField, NameColumn>>;
  /** True when sums of cents may exceed 2^53 and need two lanes to stay exact. */
  readonly isHuge: boolean;
}
