import type {
  BreakdownRow,
  ByMetric,
  CatalogueEntry,
  Dimension,
  Formula,
  LeftOut,
  MetricDefinition,
  MetricValue,
  NumberId,
  NumberNote,
  TargetDerivation,
  WholeNumber,
} from '@app/domain';
import type { CalendarDate, Instant, Who } from './shared.js';

/** Answer of `GET /metrics-catalogue`. */
export interface MetricsCatalogue {
  /** Every metric, in the order of the definitions. */
  metrics: CatalogueEntry[];
}

/** The period of an answer. */
export interface AnswerPeriod {
  /** First day, included. */
  from: CalendarDate;
  /** Last day, included. */
  to: CalendarDate;
  /** Months of target the period is worth, unrounded. */
  months: number;
}

/** What identifies the numbers of an answer. */
export interface AnswerFrame {
  /** View the answer is about. */
  view_id: string;
  /** Period the answer is about. */
  period: AnswerPeriod;
  /** Day that counted as today. */
  as_of: CalendarDate;
  /** Data revision; a master's joins its views' as text. */
  revision: WholeNumber | string;
}

/** Answer of `GET /views/{id}/analytics`: the whole catalogue. */
export interface Analytics extends AnswerFrame {
  /** Every metric of the catalogue, by id. */
  metrics: ByMetric<MetricValue>;
}

/** Answer of `GET /views/{id}/analytics/breakdown`. */
export interface Breakdown extends AnswerFrame {
  /** Id of the metric. */
  metric: NumberId;
  /** What the rows stand for. */
  by: Dimension;
  /** The rows by key, null last; months in their order. */
  rows: BreakdownRow[];
  /** The metric itself; rows of counts and sums add up to it. */
  total: number | null;
}

/** Answer of `GET /views/{id}/analytics/explain`, of a metric or of a figure of the Dashboard: all that stands behind one number, except its records. */
export interface Explanation extends AnswerFrame {
  /** The metric, with its definition. */
  metric: MetricDefinition;
  /** Value, target and status. */
  value: MetricValue;
  /** When the data was last read. */
  last_update: Instant | null;
  /** Days whose records count, both included, null where open: the revenue span, a date to come, the period. */
  dates: OpenPeriod;
  /** The arithmetic, with the numbers in it. */
  formula: Formula;
  /** Where the target comes from; null without one. */
  target_origin: TargetOrigin | null;
  /** How many records stand behind the number; of a rate, those of its denominator. */
  records_total: WholeNumber;
  /** Records that a reader may expect in the number and that are not among those behind it. */
  left_out: LeftOut[];
  /** Of the records behind the number: those that weigh nothing, or that a rate does not count above its line. */
  of_these: LeftOut[];
  /** What is worth saying beside the number. */
  notes: NumberNote[];
}

/** Calendar days, both included; null where it is open. */
export interface OpenPeriod {
  /** First day, included; null when it has no beginning. */
  from: CalendarDate | null;
  /** Last day, included; null when it has no end. */
  to: CalendarDate | null;
}

/** Where a target comes from. */
export interface TargetOrigin extends TargetDerivation {
  /** Who set it here; null when it was not set here. */
  set_by: Who | null;
  /** When it was set here; null when other software set it. */
  set_at: Instant | null;
}
