import { type Names, shownSpellings } from '../record-set/names.js';
import type { NameField, RecordSet } from '../record-set/record-set.js';
import type { Asked } from './asked.js';
import { countedOf, metricOf } from './catalogue/catalogue.js';
import type { CountedMetric, RatioMetric } from './catalogue/metric.js';
import { DIMENSIONS, type Dimension } from './dimension.js';
import { type GroupKey, groupTallies } from './engine/grouping.js';
import { added, NO_TALLY, type Tally, tallied } from './engine/tally.js';
import { NoBreakdownError, UnknownDimensionError } from './errors.js';
import { over } from './metric-values.js';

/** One row of a breakdown. */
export interface BreakdownRow {
  /** Null for "unassigned", except by source group, where it is a group. */
  readonly key: string | null;
  readonly label: string;
  readonly value: number | null;
}

/** A metric by a dimension. */
export interface BreakdownResult {
  /** By key, unassigned last; whoever has records in the metric has a row. */
  readonly rows: BreakdownRow[];
  /** The metric itself; rows of counts and sums add up to it. */
  readonly total: number | null;
}

const UNASSIGNED = 'unassigned';

/**
 * A metric by month, person, source group, stage, product or type of deal. Each row of a rate is that row's own rate,
 * each part of it by its own date; the total is the overall rate.
 *
 * @throws UnknownMetricError, UnknownDimensionError, NoBreakdownError
 * @see docs/domain.md, section 5
 */
export function breakdown(
  sets: readonly RecordSet[],
  metricId: string,
  by: string,
  asked: Asked,
): BreakdownResult {
  const metric = metricOf(metricId);
  if (!isDimension(by)) throw new UnknownDimensionError(by, DIMENSIONS);
  if (metric.kind === 'distinct' || metric.kind === 'plan') throw new NoBreakdownError(metricId);
  const { values, total } =
    metric.kind === 'ratio' ? ratios(sets, metric, by, asked) : amounts(sets, metric, by, asked);
  const labelOf = labelling(sets, by);
  const rows = [...values].map(([key, value]) => ({ key, label: labelOf(key), value }));
  return { rows: rows.sort((left, right) => compareKeys(left.key, right.key)), total };
}

interface Grouped {
  readonly values: Map<GroupKey, number | null>;
  readonly total: number | null;
}

function amounts(sets: readonly RecordSet[], metric: CountedMetric, by: Dimension, asked: Asked): Grouped {
  const groups = groupTallies(sets, metric, by, asked);
  const values = new Map([...groups].map(([key, tally]) => [key, tallied(metric, tally)]));
  return { values, total: tallied(metric, totalOf(groups)) };
}

function ratios(sets: readonly RecordSet[], metric: RatioMetric, by: Dimension, asked: Asked): Grouped {
  const above = amounts(sets, countedOf(metric.numerator), by, asked);
  const below = amounts(sets, countedOf(metric.denominator), by, asked);
  const keys = new Set([...above.values.keys(), ...below.values.keys()]);
  const rate = (key: GroupKey) => over(above.values.get(key) ?? 0, below.values.get(key) ?? 0);
  return { values: new Map([...keys].map((key) => [key, rate(key)])), total: over(above.total, below.total) };
}

const totalOf = (groups: ReadonlyMap<GroupKey, Tally>) => [...groups.values()].reduce(added, NO_TALLY);

function labelling(sets: readonly RecordSet[], by: Dimension): (key: GroupKey) => string {
  if (!isNameField(by)) return (key) => key ?? UNASSIGNED;
  const shown = shownSpellings(sets.map(({ names }): Names => names[by].names));
  return (key) => (key === null ? UNASSIGNED : (shown.get(key) ?? key));
}

function compareKeys(left: GroupKey, right: GroupKey): number {
  if (left === null || right === null) return Number(left === null) - Number(right === null);
  return left < right ? -1 : Number(left > right);
}

const isDimension = (by: string): by is Dimension => (DIMENSIONS as readonly string[]).includes(by);

const isNameField = (by: Dimension): by is NameField => by === 'owner' || by === 'bdr' || by === 'product';
