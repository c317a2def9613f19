import type { Formula } from './formula.js';
import type { OpenPeriod } from '../model/window.js';
import type { Misses } from './left-out.js';
import type { MetricDefinition } from '../catalogue/metric-definition.js';
import type { MetricValue } from '../values/metric-value.js';
import type { NumberNote } from './notes.js';
import type { TargetDerivation } from './target-origin.js';

/** All that stands behind one number, except its records. */
export interface MetricExplanation extends Misses {
  readonly metric: MetricDefinition;
  readonly value: MetricValue;
  /** The days whose records count: not always the period that was asked for. */
  readonly dates: OpenPeriod;
  readonly formula: Formula;
  readonly target_origin: TargetDerivation | null;
  readonly records_total: number;
  /** What is worth saying beside the number. */
  readonly notes: NumberNote[];
}
