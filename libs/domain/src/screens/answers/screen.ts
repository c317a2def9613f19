import { type Against, monthsBefore, periodBefore } from '../../period/compared-days.js';
import { axisBefore, type TrendAxis, trendAxis } from '../../period/trend-axis.js';
import type { RecordSet } from '../../record-set/record-set.js';
import type { TargetSet } from '../../targets/target-set.js';
import type { Question } from '../../metrics/model/question.js';
import type { MetricId } from '../../metrics/catalogue/catalogue.js';
import { metricOf } from '../../metrics/catalogue/catalogue.js';
import { type Comparison, comparison } from '../../metrics/values/comparison.js';
import type { OwnTargets } from '../../metrics/values/own-targets.js';
import { type MetricTable, metricTable } from '../../metrics/tables/metric-table.js';
import { trendTable } from '../../metrics/tables/trend-table.js';
import type { MetricValues } from '../../metrics/values/metric-value.js';
import { someMetricValues } from '../../metrics/values/metric-values.js';
import { type NumberNote, notesOf } from '../../metrics/explain/notes.js';
import { matchingCount } from '../../metrics/records/matching-count.js';
import { isPeriodBound } from '../../metrics/catalogue/period-bound.js';
import { sampleTargeted, withSampleTargets } from '../../metrics/explain/sample-target-notes.js';

/** All that a screen depends on beside the records and the targets. */
export interface ScreenQuestion extends Question {
  /** What its numbers are compared with. */
  readonly against: Against;
}

/** The same numbers over other days, and their months beside those of the period. */
interface ScreenComparison extends Comparison {
  /**
   * Every month of the whole earlier period, with a column for each count and sum that is compared; null where its
   * months do not stand beside those of the period.
   */
  readonly months: MetricTable | null;
  /**
   * The same by day or week where the charts of the period are: as many days of the earlier period in each row, the first
   * row beside the first. Days that the earlier period has more are in no row.
   */
  readonly trend: MetricTable | null;
}

/** The numbers of a short period by day or week. */
interface Trend extends TrendAxis {
  /** A row for each step, with the columns of `months`. */
  readonly table: MetricTable;
}

/** What every analytics screen shows. */
export interface Screen {
  /** Records of the view, whatever their dates and the filters. */
  readonly records_count: number;
  /** Those of them that the filters keep, whatever their dates. */
  readonly matching_count: number;
  /** Every metric the screen shows, by id. */
  readonly metrics: MetricValues;
  /** What is worth saying beside a metric or what else has a target, by its id; those without notes are absent. */
  readonly notes: Record<string, NumberNote[]>;
  /** Null when nothing is compared. */
  readonly comparison: ScreenComparison | null;
  /** Every month of the period, with a column for each metric of the screen that is about the period's records. */
  readonly months: MetricTable;
  /** Days of a period of at most 31 days, weeks of one of at most 100; null for a longer one, whose charts have months. */
  readonly trend: Trend | null;
}

/** All that numbers of a screen's own are made from. */
export interface ScreenData {
  /** The screen so far: its metrics, their notes and months. */
  readonly screen: Screen;
  readonly sets: readonly RecordSet[];
  readonly question: ScreenQuestion;
  /** The view's targets, as the catalogue compares with them; null without any. */
  readonly targets: TargetSet | null;
}

/**
 * The numbers of a screen that shows some metrics.
 *
 * @param own targets that it compares with instead of the catalogue's own
 */
export function screenOf(
  sets: readonly RecordSet[],
  ids: readonly MetricId[],
  question: ScreenQuestion,
  targets: TargetSet | null,
  own: OwnTargets,
): Screen {
  const values = someMetricValues(sets, ids, question, targets, own);
  const monthly = ids.filter((id) => isPeriodBound(metricOf(id)));
  const compared = comparison(sets, ids, question, question.against);
  return {
    records_count: sets.reduce((count, { size }) => count + size, 0),
    matching_count: matchingCount(sets, question.filters),
    metrics: Object.fromEntries(ids.map((id) => [id, values[id]])),
    notes: withSampleTargets(
      notesOf(sets, ids, question, values),
      sampleTargeted(ids, question, targets, own),
    ),
    comparison: compared && { ...compared, ...earlierNumbers(sets, monthly, question) },
    months: metricTable(sets, { by: 'month', columns: monthly }, question),
    trend: trendOf(sets, monthly, question),
  };
}

function trendOf(sets: readonly RecordSet[], columns: readonly MetricId[], question: Question): Trend | null {
  const axis = trendAxis(question.period);
  return axis && { ...axis, table: trendTable(sets, axis, columns, question) };
}

/** Months, or days or weeks, of the earlier period, with what of it is compared. */
function earlierNumbers(
  sets: readonly RecordSet[],
  ids: readonly MetricId[],
  question: ScreenQuestion,
): Pick<ScreenComparison, 'months' | 'trend'> {
  const columns = ids.filter((id) => {
    const metric = metricOf(id);
    return metric.kind === 'counted' && !metric.hasNoChange;
  });
  if (columns.length === 0) return { months: null, trend: null };
  return {
    months: earlierMonths(sets, columns, question),
    trend: earlierTrend(sets, columns, question),
  };
}

function earlierMonths(
  sets: readonly RecordSet[],
  columns: readonly MetricId[],
  question: ScreenQuestion,
): MetricTable | null {
  const period = monthsBefore(question.period, question.asOf, question.against);
  return period && metricTable(sets, { by: 'month', columns }, { ...question, period });
}

function earlierTrend(
  sets: readonly RecordSet[],
  columns: readonly MetricId[],
  question: ScreenQuestion,
): MetricTable | null {
  const axis = trendAxis(question.period);
  const earlier = periodBefore(question.period, question.asOf, question.against);
  return axis && earlier && trendTable(sets, axisBefore(axis, earlier), columns, question);
}
