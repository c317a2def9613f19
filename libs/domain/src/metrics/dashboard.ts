import type { Day } from '../period/day.js';
import type { RecordSet } from '../record-set/record-set.js';
import type { TargetSet } from '../targets/target-set.js';
import type { Asked } from './asked.js';
import type { MetricValues } from './metric-value.js';

/** What the headline row says beside its numbers. Money in currency. */
export interface DashboardHeadline {
  /** Revenue still needed a month, from today to the end of the revenue span; null without target or time. */
  readonly needed_per_month: number | null;
  /** Last day of the revenue span. */
  readonly span_to: Day;
  /** Deals and pipe of `pipe.created` that weigh nothing. */
  readonly created_weightless: Weightless;
  /** Deals and pipe of `pipe.active` that weigh nothing. */
  readonly active_weightless: Weightless;
  /** Attended deals of the stages of `deals.active` whose relevance is empty. */
  readonly active_not_assessed: number;
  /** `legals.value` + `proposal.value`. */
  readonly legals_and_proposals: number;
}

/** Deals that a weighted number counts with weight 0. */
export interface Weightless {
  readonly deals: number;
  /** Currency. */
  readonly pipe: number;
}

/** One month of revenue, as far as it lies inside the span shown. Money in currency. */
export interface RevenueMonth {
  /** `YYYY-MM`. */
  readonly month: string;
  readonly closed: number;
  readonly target: number | null;
  readonly cumulative_closed: number;
  readonly cumulative_target: number | null;
  readonly created: number;
  readonly created_weighted: number;
}

/** The half-year that holds the end of the period. Money in currency. */
export interface HalfRevenue {
  readonly from: Day;
  readonly to: Day;
  /** Such as `H2 2026`. */
  readonly label: string;
  readonly target: number | null;
  readonly closed: number;
  readonly remaining: number | null;
  /** Target up to today: where the half should stand. */
  readonly expected: number | null;
  /** expected - closed where positive, else 0; null without target. */
  readonly behind: number | null;
  /** Needed a month from today to the end of the half; null without target or time. */
  readonly needed_per_month: number | null;
  readonly months: RevenueMonth[];
}

/** The numbers that the Dashboard draws. */
export interface Dashboard {
  /** Records of the view, whatever their dates and the filters. */
  readonly records_count: number;
  readonly metrics: MetricValues;
  readonly headline: DashboardHeadline;
  /** One entry a month of the period, oldest first. */
  readonly revenue_by_month: RevenueMonth[];
  readonly half: HalfRevenue;
}

/** The numbers that the Dashboard draws, for a period. */
export function dashboard(sets: readonly RecordSet[], asked: Asked, targets: TargetSet | null): Dashboard {
  throw new Error(`not computed: ${sets.length} ${asked.asOf} ${targets === null}`);
}
