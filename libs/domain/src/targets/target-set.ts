/** Every target but revenue, which is by month. The order is that of docs/domain.md, section 6. */
export const TARGET_KEYS = [
  'intro',
  'poa',
  'meetings',
  'inbound',
  'outbound',
  'referral',
  'event',
  'upsell',
  'renewal',
  'scheduled',
  'deals_closed',
  'arr_closed',
  'new_pipe',
  'weighted_pipe',
  'ytd_aggregate_pipeline',
  'ytd_cumulative_weighted',
  'next_14_days',
  'next_30_60_days',
  'next_60_90_days',
] as const;

/** A target other than revenue. */
export type TargetKey = (typeof TARGET_KEYS)[number];

/** A target. */
export interface ResolvedTarget {
  /** The target: a month's count or currency, except where the key does not scale; null when none is set. */
  readonly value: number | null;
  /**
   * Stored key, the parts it was added up from, `sum of views`, or null when no target is set. After `sample: ` when the
   * value, or a part of the sum, came with the sample of a new installation and nobody has changed it since.
   */
  readonly origin: string | null;
}

/** The targets of a year's months, January first: twelve entries. */
export type RevenueYear = readonly ResolvedTarget[];

/**
 * The targets of a view, read from whatever shapes are stored.
 *
 * @see docs/domain.md, section 6
 */
export interface TargetSet {
  readonly keys: Readonly<Record<TargetKey, ResolvedTarget>>;
  /** By year, such as `2026`; only years that are stored. */
  readonly revenue: Readonly<Record<string, RevenueYear>>;
}

/** Month names as stored under `revenue_<year>`, January first. */
export const MONTH_KEYS = [
  'jan',
  'feb',
  'mar',
  'apr',
  'may',
  'jun',
  'jul',
  'aug',
  'sep',
  'oct',
  'nov',
  'dec',
] as const;

/** A target that is not set. */
export const NO_TARGET: ResolvedTarget = { value: null, origin: null };

/** Origin of a master's target that its views add up to. */
export const SUM_OF_VIEWS = 'sum of views';
