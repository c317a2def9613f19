import type { RecordSet } from '../record-set/record-set.js';
import type { TargetSet } from '../targets/target-set.js';
import type { Asked } from './asked.js';
import type { MetricDefinition, MetricUnit } from './metric.js';
import type { MetricValue } from './metric-value.js';

/** A number in a formula. */
export interface FormulaTerm {
  readonly label: string;
  readonly value: number | null;
  readonly unit: MetricUnit;
  /** The metric it is, where it is one. */
  readonly metric: string | null;
}

/** The formula with its real numbers. */
export interface Formula {
  /** `sum`: terms add up. `ratio`: first / second. `difference`: first - second. `value`: stands for itself. */
  readonly operator: 'sum' | 'ratio' | 'difference' | 'value';
  readonly terms: FormulaTerm[];
}

/** Where a target comes from. */
export interface TargetOrigin {
  /** Key of the target set, or `revenue`. */
  readonly key: string;
  readonly origin: string;
  /** Value before scaling: of a month, or the whole where the target does not scale. */
  readonly base: number | null;
  /** Months the base was multiplied with; null when the target does not scale by them. */
  readonly months: number | null;
}

/** Records that a reader may expect in a number and that are not in it, or weigh nothing in it. */
export interface LeftOut {
  readonly reason: string;
  readonly count: number;
  /** Deal value they hold, currency. */
  readonly value: number;
}

/** All that stands behind one number, except its records. */
export interface MetricExplanation {
  readonly metric: MetricDefinition;
  readonly value: MetricValue;
  readonly formula: Formula;
  readonly target_origin: TargetOrigin | null;
  readonly records_total: number;
  readonly left_out: LeftOut[];
}

/**
 * What a number is made of, where its target comes from and what was left out.
 *
 * @throws UnknownMetricError
 * @see docs/domain.md, section 5
 */
export function explain(
  sets: readonly RecordSet[],
  metricId: string,
  asked: Asked,
  targets: TargetSet | null,
): MetricExplanation {
  throw new Error(`not computed: ${sets.length} ${metricId} ${asked.asOf} ${targets === null}`);
}
