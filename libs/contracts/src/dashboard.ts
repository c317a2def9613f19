import type { MetricValue, WholeNumber } from '@app/domain';
import type { DataFinding, TodayItem } from './screens.js';
import type { CalendarDate } from './shared.js';

/** What the answer of `GET /views/{id}/screens/dashboard` has beside what every screen has. */
export interface DashboardParts {
  /** Figures of the headline that no metric has. */
  headline: DashboardHeadline;
  /** One entry a month of the period, oldest first. */
  revenue_by_month: RevenueMonth[];
  /** Revenue of the half-year. */
  half: HalfRevenue;
  /** The first 12 things to do; `GET /views/{id}/today` lists them all, also of one AE. */
  today: TodayItem[];
  /** How many things are due today. */
  today_total: WholeNumber;
  /** What moves money and needs somebody, most money first. */
  attention: DataFinding[];
}

/** What the headline row says beside its numbers. */
export interface DashboardHeadline {
  /** Revenue still needed a month, from today to the end of the revenue span, currency; null without target or time. */
  needed_per_month: number | null;
  /** ARR that is signed and bills after today, up to the end of the revenue span, currency. */
  starts_later: number;
  /** First day of the revenue span: the calendar year of today, or its half-year by a setting. */
  span_from: CalendarDate;
  /** Last day of the revenue span. */
  span_to: CalendarDate;
  /** Deals and pipe of `pipe.created` that weigh nothing. */
  created_weightless: Weightless;
  /** Deals and pipe of `pipe.active` that weigh nothing. */
  active_weightless: Weightless;
  /** Open attended deals of the stages of `deals.active` whose relevance is empty. */
  active_not_assessed: WholeNumber;
  /** `legals.value` + `proposal.value`, currency. */
  legals_and_proposals: number;
}

/** Deals that a weighted number counts with weight 0. */
export interface Weightless {
  /** How many deals. */
  deals: WholeNumber;
  /** Currency. */
  pipe: number;
}

/** One month of revenue. Money in currency. */
export interface RevenueMonth {
  /** `YYYY-MM`. */
  month: string;
  /** ARR closed in the month, currency. */
  closed: number;
  /** Target of the month, currency; null without one. */
  target: number | null;
  /** ARR closed up to the end of the month, currency. */
  cumulative_closed: number;
  /** Targets up to the end of the month, currency; null without one. */
  cumulative_target: number | null;
  /** Pipe created in the month, currency. */
  created: number;
  /** The same, weighted. */
  created_weighted: number;
}

/**
 * The half-year that holds the end of the period, by the rules of `revenue.ytd`, `.expected`, `.remaining` and `.gap`:
 * what bills up to today against the plan up to today. Money in currency.
 */
export interface HalfRevenue {
  /** First day, included. */
  from: CalendarDate;
  /** Last day, included. */
  to: CalendarDate;
  /** Such as `H2 2026`. */
  label: string;
  /** Revenue target of the half. */
  target: number | null;
  /** What bills up to today, against the target of the half; pace is expected / target. */
  revenue: MetricValue;
  /** ARR that is signed and bills after today, up to the end of the half. */
  starts_later: number;
  /** `deals.arr` of the half: revenue to date and what starts later. */
  closed: number;
  /** target - revenue to date, negative when exceeded. */
  remaining: number | null;
  /** Plan to date: the target up to today, where the half should stand. */
  expected: number | null;
  /** The gap: expected - revenue to date where positive, else 0; null without target. */
  behind: number | null;
  /**
   * Needed a month from today to the end of the half; of a half that lies ahead, in each of its own months. Null
   * without target or time.
   */
  needed_per_month: number | null;
  /** Its months, in their order. */
  months: RevenueMonth[];
}
