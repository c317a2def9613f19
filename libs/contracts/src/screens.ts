import type {
  BoardCardAmounts,
  BoardColumnTotals,
  ByMetric,
  ComparedValue,
  DataFinding,
  MetricTable,
  MetricValue,
  NumberNote,
  WholeNumber,
} from '@app/domain';
import type { AnswerFrame } from './analytics.js';
import type { DealRecord } from './record.js';
import type { CalendarDate, Instant, Page } from './shared.js';

/** What every analytics screen's answer has. */
export interface Screen extends AnswerFrame {
  /** When the data was last brought in; null without data. */
  last_update: Instant | null;
  /** Records of the view, whatever their dates and the filters. */
  records_count: WholeNumber;
  /** Those of them that the filters keep, whatever their dates. */
  matching_count: WholeNumber;
  /** Every metric the screen shows, by id. */
  metrics: ByMetric<MetricValue>;
  /**
   * What is worth saying beside a metric, by its id, beside `half.remaining` or a board column; those without notes are
   * absent.
   */
  notes: Record<string, NumberNote[]>;
  /** Null when nothing is compared. */
  comparison: Comparison | null;
  /** By month, a column for each metric of the screen that has months: sparklines and evolution charts. */
  months: MetricTable;
  /** Days of a period of at most 31 days, weeks of one of at most 100; null for a longer one, whose charts have months. */
  trend: Trend | null;
}

/** The numbers of a short period by day, or by week from Monday to Sunday. Source: docs/domain.md, section 3. */
export interface Trend {
  /** What a step is. */
  grain: 'day' | 'week';
  /** The steps, oldest first, without a gap: the first and the last week may be a part of one. */
  steps: TrendStep[];
  /** A row for each step, with the columns of `months`. */
  table: MetricTable;
}

/** A day or a week of the period, as far as it lies inside. */
export interface TrendStep {
  /** `YYYY-MM-DD` of a day; first and last day of a week, `YYYY-MM-DD..YYYY-MM-DD`. */
  key: string;
  /** First day, included. */
  from: CalendarDate;
  /** Last day, included. */
  to: CalendarDate;
}

/** The same numbers over other days. Source: docs/domain.md, section 3. */
export interface Comparison {
  /** Which earlier period it is compared with. */
  against: 'previous' | 'last_year';
  /** What it is compared with, such as `H1 2026`. */
  label: string;
  /** Days that are compared with, both included. */
  from: CalendarDate;
  /** Last day of the earlier period, included. */
  to: CalendarDate;
  /** Last day of the period that is compared: today while the period is under way, else its end. */
  through: CalendarDate;
  /** True while the period is under way: then the same number of days is compared on both sides. */
  is_partial: boolean;
  /** By metric id; metrics that do not depend on the period are absent. */
  values: ByMetric<ComparedValue>;
  /**
   * Every month of the whole earlier period, with a column for each count and sum that is compared; null where its
   * months do not stand beside those of the period.
   */
  months: MetricTable | null;
  /**
   * The same by day or week where `trend` of the period is there: as many days of the earlier period in each row, the
   * first row beside the first. Days that the earlier period has more are in no row.
   */
  trend: MetricTable | null;
}

/** A column of a board. Money in currency. */
export interface BoardColumn extends BoardColumnTotals {
  /** The first 20 in the column's order; `deals` says how many there are. */
  cards: BoardCard[];
}

/** A deal on a board. */
export interface BoardCard extends BoardCardAmounts {
  /** The deal. */
  deal: DealRecord;
}

/**
 * Something to do. `poa`, `intro`: a meeting today or in the six days after. `legals_past_age`: in Legals for longer
 * than its weight allows. `no_next_date`: POA booked, proposal or legals without a date ahead.
 */
export interface TodayItem {
  /** What is due. */
  kind: 'poa' | 'intro' | 'legals_past_age' | 'no_next_date';
  /** Day of the meeting; null for the others. */
  date: CalendarDate | null;
  /** Age of the deal in days, for those that wait; null for meetings. */
  days: WholeNumber | null;
  /** The deal it is about. */
  deal: DealRecord;
}

/** Answer of `GET /views/{id}/today`: meetings by date, then legals past their age and deals without a date by value. */
export type TodayPage = Page<TodayItem>;

/** Answer of `GET /views/{id}/findings`: most money first; findings about nothing are absent. */
export type DataFindingPage = Page<DataFinding>;
