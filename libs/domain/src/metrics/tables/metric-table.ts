import { monthShares } from '../../period/months-in-period.js';
import type { Period } from '../../period/period.js';
import type { RecordSet } from '../../record-set/record-set.js';
import type { Question } from '../model/question.js';
import type { NumberId } from '../catalogue/number-ids.js';
import { countedOf, type MetricId, metricOf } from '../catalogue/catalogue.js';
import type { Summed } from '../model/metric.js';
import type { Dimension, RowKind } from '../model/dimension.js';
import { type Grouped, groupTallies } from '../engine/group-tallies.js';
import type { GroupKey } from '../engine/grouping.js';
import { added, NO_TALLY, type Tally, tallied } from '../engine/tally.js';
import { NoBreakdownError } from '../model/errors.js';
import { compareKeys, labelling } from './group-labels.js';
import type { MetricUnit } from '../model/metric-unit.js';
import { divide } from '../model/divide.js';

/** Numbers by a dimension: what charts, tables and exports are made of. */
export interface MetricTable {
  /** What the rows stand for. */
  readonly by: RowKind;
  /** The columns, in their order. */
  readonly columns: TableColumn[];
  /** Days, weeks and months oldest first; others by key, null last. A row for each key with records in a column. */
  readonly rows: TableRow[];
  /** A value for each column: the metric itself; null where a total has no meaning. */
  readonly totals: (number | null)[];
}

/** A column of a {@link MetricTable}. */
export interface TableColumn {
  /** Metric id, or a name of its own such as `goal`, `share`, `cumulative` or `stage:B Legals`. */
  readonly id: string;
  /** Name as the console shows it. */
  readonly label: string;
  /** What its values are counted in. */
  readonly unit: MetricUnit;
  /** The metric it is; null for what is no metric of the catalogue. */
  readonly metric: NumberId | null;
}

/** A row of a {@link MetricTable}. */
export interface TableRow {
  /** Null for "unassigned", except by source group. */
  readonly key: string | null;
  /** Name as the console shows it. */
  readonly label: string;
  /** A value for each column; null for a rate over nothing. */
  readonly values: (number | null)[];
  /** Ids of columns whose rate comes from fewer than 5 cases. */
  readonly small: string[];
}

/** A rate from fewer cases than this is marked. */
const FEW_CASES = 5;

/** Whether a rate comes from so few cases that it says little. */
export const isSmall = (cases: number): boolean => cases > 0 && cases < FEW_CASES;

/**
 * Metrics by month, person, source group, stage, product or type of deal, side by side. By month there is a row for
 * every month of the period; counts and sums of a row without records are 0, rates null.
 *
 * @throws NoBreakdownError
 * @see docs/domain.md, section 5
 */
export function metricTable(
  sets: readonly RecordSet[],
  { by, columns }: { readonly by: Dimension; readonly columns: readonly MetricId[] },
  question: Question,
): MetricTable {
  const months = by === 'month' ? question.period : null;
  return filledTable(sets, { by, columns: columns.map(metricColumn), months }, question);
}

/** A column that is filled from records: one tally, or one over another. */
export interface FilledColumn extends TableColumn {
  readonly above: Summed;
  /** Null for counts and sums. */
  readonly below: Summed | null;
}

/** What a table is made of. */
export interface TableLayout {
  readonly by: Dimension;
  readonly columns: readonly FilledColumn[];
  /** Days whose months have a row in any case; null for none. */
  readonly months: Period | null;
}

/**
 * The column of a metric.
 *
 * @throws NoBreakdownError
 */
export function metricColumn(id: MetricId): FilledColumn {
  const metric = metricOf(id);
  const head = { id, label: metric.label, unit: metric.unit, metric: id };
  switch (metric.kind) {
    case 'counted':
      return { ...head, above: metric, below: null };
    case 'ratio':
      return { ...head, above: countedOf(metric.numerator), below: countedOf(metric.denominator) };
    default:
      throw new NoBreakdownError(id);
  }
}

/** A table whose columns are filled from records. */
export function filledTable(
  sets: readonly RecordSet[],
  { by, columns, months }: TableLayout,
  question: Question,
): MetricTable {
  const grouped = groupTallies(sets, talliedBy(columns), by, question);
  const labelOf = labelling(sets, by);
  const keys = keysOf(grouped, months).map((key) => ({ key, label: labelOf(key) }));
  return tableOf(by, columns, keys, grouped);
}

/** What the columns of a table are made of. */
export const talliedBy = (columns: readonly FilledColumn[]): Summed[] =>
  columns.flatMap(({ above, below }) => (below === null ? [above] : [above, below]));

/**
 * A table of tallies that are there already.
 *
 * @param heads key and label of each row
 */
export function tableOf(
  by: RowKind,
  columns: readonly FilledColumn[],
  heads: readonly Pick<TableRow, 'key' | 'label'>[],
  grouped: Grouped,
): MetricTable {
  const rows = heads.map(({ key, label }) => rowOf(columns, grouped, key, label));
  const totals = columns.map((column) => valueOf(column, (metric) => totalOf(grouped, metric)));
  return { by, columns: columns.map(headOf), rows, totals };
}

function keysOf(grouped: Grouped, months: Period | null): GroupKey[] {
  const always = months === null ? [] : monthShares(months).map(({ key }) => key);
  const found = [...grouped.values()].flatMap((tallies) => [...tallies.keys()]);
  return [...new Set<GroupKey>([...always, ...found])].sort(compareKeys);
}

function rowOf(columns: readonly FilledColumn[], grouped: Grouped, key: GroupKey, label: string): TableRow {
  const tallyOf = (metric: Summed) => grouped.get(metric)?.get(key) ?? NO_TALLY;
  const isOfFew = ({ unit, below }: FilledColumn) =>
    unit === 'ratio' && below !== null && isSmall(tallyOf(below).count);
  return {
    key,
    label,
    values: columns.map((column) => valueOf(column, tallyOf)),
    small: columns.filter(isOfFew).map(({ id }) => id),
  };
}

function valueOf({ above, below }: FilledColumn, tallyOf: (metric: Summed) => Tally): number | null {
  const value = tallied(above, tallyOf(above));
  return below === null ? value : divide(value, tallied(below, tallyOf(below)));
}

const totalOf = (grouped: Grouped, metric: Summed) =>
  [...(grouped.get(metric)?.values() ?? [])].reduce(added, NO_TALLY);

const headOf = ({ id, label, unit, metric }: FilledColumn): TableColumn => ({ id, label, unit, metric });
