import type { CalendarDate, Instant, WholeNumber } from './shared.js';

/** Unit of a metric: `count` deals, `money` currency, `ratio` an unrounded fraction (0.25 is 25 %). */
export type MetricUnit = 'count' | 'money' | 'ratio';

/** What a breakdown can be made by. */
export type Dimension = 'month' | 'owner' | 'bdr' | 'source_group' | 'stage' | 'product' | 'type_of_deal';

/** Where actual stands against target x pace. Source: docs/domain.md, section 3. */
export type Status = 'on_track' | 'at_risk' | 'behind';

/** The definition of a metric. */
export interface MetricDefinition {
  /**
   * Id of the metric; stays the same for ever.
   *
   * @example "poa.generated"
   */
  id: string;
  /** Name as the console shows it. */
  label: string;
  /** What its values are counted in. */
  unit: MetricUnit;
  /** One sentence. */
  definition: string;
  /** How it is computed, in words. */
  formula: string;
  /** Date by which it falls into a period and into months; null for metrics without records. */
  date_field: 'discovery_date' | 'billing_start' | 'poa_date' | null;
  /** Key of the target it is compared with, null without one. */
  target: string | null;
  /** True when it can be broken down. */
  breakdown: boolean;
}

/** Answer of `GET /metrics-catalogue`. */
export interface MetricsCatalogue {
  /** Every metric, in the order of the definitions. */
  metrics: MetricDefinition[];
}

/** A number with what it is compared with. */
export interface MetricValue {
  /** Null when undefined: a rate over nothing, a target that is not set. */
  value: number | null;
  /** Target over the period, in the unit of the metric; null when none is set. */
  target: number | null;
  /** value / target, unrounded. */
  progress: number | null;
  /** Share of the period that has passed, 0 to 1. */
  pace: number | null;
  /** Value against target x pace; null without target, and before the period begins. */
  status: Status | null;
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
  metrics: Record<string, MetricValue>;
}

/** Answer of `GET /views/{id}/analytics/breakdown`. */
export interface Breakdown extends AnswerFrame {
  /** Id of the metric. */
  metric: string;
  /** What the rows stand for. */
  by: Dimension;
  /** The rows, largest first; months in their order. */
  rows: BreakdownRow[];
  /** The metric itself; rows of counts and sums add up to it. */
  total: number | null;
}

/** One row of a breakdown. */
export interface BreakdownRow {
  /** Null for "unassigned". */
  key: string | null;
  /** Name as the console shows it. */
  label: string;
  /** The metric of this row alone; null for a rate over nothing. */
  value: number | null;
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

/**
 * A sentence beside a number. `weightless`: deals and pipe that weigh 0. `not_assessed`: deals whose relevance is
 * empty. `two_cohorts`: a ratio whose parts are not the same deals. `small`: a rate from fewer than 5 cases.
 * `counts_as_on_track`: a gap within the 10 % below the plan to date that count as on track. `sample_target`: beside
 * own records, its target, or a part of it, came with the sample of a new installation.
 */
export interface NumberNote {
  /** What the reader should know about the number. */
  kind: 'weightless' | 'not_assessed' | 'two_cohorts' | 'small' | 'counts_as_on_track' | 'sample_target';
  /** Deals it is about; null where the note is about none. */
  deals: WholeNumber | null;
  /** Their pipe, currency; null where the note is not about money. */
  pipe: number | null;
}

/** Calendar days, both included; null where it is open. */
export interface OpenPeriod {
  /** First day, included; null when it has no beginning. */
  from: CalendarDate | null;
  /** Last day, included; null when it has no end. */
  to: CalendarDate | null;
}

/** The formula with its real numbers. */
export interface Formula {
  /** `sum`: terms add up. `ratio`: first / second. `difference`: first - second. `value`: stands for itself. */
  operator: 'sum' | 'ratio' | 'difference' | 'value';
  /** What the formula is made of, in its order. */
  terms: FormulaTerm[];
}

/** A number in a formula. */
export interface FormulaTerm {
  /** What it is, or the month it is of as `YYYY-MM`. */
  label: string;
  /** Value; null when undefined. */
  value: number | null;
  /** `months`: a number of months, such as those left. */
  unit: MetricUnit | 'months';
  /** The metric, or the figure of the Dashboard, that it is: it can be opened in turn. */
  metric: string | null;
  /** How much of it counts, such as "22 of 30 days"; absent for all of it. */
  note?: string;
  /** Where it comes from in turn; absent where nothing more is to be said. */
  of?: Formula;
}

/** Where a target comes from. */
export interface TargetOrigin {
  /** Key of the resolved target set, such as `poa`. */
  key: string;
  /** Stored key it was read from, `sum of views` on Master, or the parts it was added up from. */
  origin: string;
  /** Stored value before scaling, currency or count. */
  base: number | null;
  /** Months the base was multiplied with; null when the target does not scale by them. */
  months: number | null;
  /** Address of who set it here, and when; null when it was not set here. */
  set_by: string | null;
  /** When it was set here; null when other software set it. */
  set_at: Instant | null;
}

/** Some records of one reason. */
export interface LeftOut {
  /** Of what is left out, what they are: "closed deals without ARR". Of these, what they do: "weigh nothing". */
  reason: string;
  /** How many deals. */
  count: WholeNumber;
  /** Deal value they hold, currency. */
  value: number;
  /** Pipe they hold, currency. */
  pipe: number;
}
