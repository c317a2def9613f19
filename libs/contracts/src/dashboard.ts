import type {
  DataFinding,
  HalfFigures,
  HeadlineFigures,
  PeriodRevenue,
  RevenueMonth,
  RevenueStep,
  WholeNumber,
} from '@app/domain';
import type { TodayItem } from './screens.js';
import type { CalendarDate } from './shared.js';

/** What the answer of `GET /views/{id}/screens/dashboard` has beside what every screen has. */
export interface DashboardParts {
  /** Figures of the headline that no metric has. */
  headline: DashboardHeadline;
  /** One entry for each month of the period, oldest first. */
  revenue_by_month: RevenueMonth[];
  /** One entry for each step of `trend`, oldest first; null where the charts have months. */
  revenue_trend: RevenueStep[] | null;
  /** Revenue of the half-year. */
  half: HalfRevenue;
  /** Revenue of the period, against the revenue targets of its months: what bills up to today against the plan up to today. */
  period_revenue: PeriodRevenue;
  /** The first 12 things to do; `GET /views/{id}/today` lists them all, also of one AE. */
  today: TodayItem[];
  /** How many things are due today. */
  today_total: WholeNumber;
  /** What moves money and needs somebody, most money first. */
  attention: DataFinding[];
}

/** What the headline row has beside its metrics. */
export interface DashboardHeadline extends HeadlineFigures {
  /** First day of the revenue span: the calendar year of today, or its half-year by a setting. */
  span_from: CalendarDate;
  /** Last day of the revenue span. */
  span_to: CalendarDate;
}

/**
 * The half-year that holds the end of the period, by the rules of `revenue.ytd`, `.expected`, `.remaining` and `.gap`:
 * what bills up to today against the plan up to today. Money in currency.
 */
export interface HalfRevenue extends HalfFigures {
  /** First day, included. */
  from: CalendarDate;
  /** Last day, included. */
  to: CalendarDate;
}
