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
