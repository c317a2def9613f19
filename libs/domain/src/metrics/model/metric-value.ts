/** Where actual stands against target x pace. */
export type Status = 'on_track' | 'at_risk' | 'behind';

/**
 * A number with what it is compared with.
 *
 * @see docs/domain.md, section 3
 */
export interface MetricValue {
  /** Deals, currency, or an unrounded fraction; null when undefined, such as a rate over nothing. */
  readonly value: number | null;
  /** Target over the period, in the unit of the metric; null when none is set. */
  readonly target: number | null;
  /** value / target, unrounded; null without a target above 0. */
  readonly progress: number | null;
  /** Share of the period that has passed, 0 to 1; null without target. */
  readonly pace: number | null;
  /** Null without a target above 0, and at pace 0. */
  readonly status: Status | null;
}

/** The whole catalogue by metric id. */
export type MetricValues = Record<string, MetricValue>;
