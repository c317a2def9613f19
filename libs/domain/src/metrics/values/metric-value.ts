import type { ByMetric } from '../catalogue/catalogue.js';
import type { MetricDefinition } from '../catalogue/metric-definition.js';
import type { NumberId } from '../catalogue/number-ids.js';
import type { MetricTarget } from '../model/metric.js';
import type { MetricUnit } from '../model/metric-unit.js';

/** Where actual stands against target x pace. Source: docs/domain.md, section 3. */
export type Status = 'on_track' | 'at_risk' | 'behind';

/**
 * A number with what it is compared with.
 *
 * @see docs/domain.md, section 3
 */
export interface ComparedNumber {
  /** Null when undefined: a rate over nothing, a target that is not set. */
  readonly value: number | null;
  /** Target over the period, in the unit of the metric; null when none is set. */
  readonly target: number | null;
  /** value / target, unrounded. */
  readonly progress: number | null;
  /** Share of the period that has passed, 0 to 1. */
  readonly pace: number | null;
  /** Value against target x pace; null without target, and before the period begins. */
  readonly status: Status | null;
}

/** A number with its name and what it is compared with, so that it can be shown without looking anything up. */
export interface MetricValue extends ComparedNumber {
  /** Id of the metric, or of the figure of the Dashboard, that it is the value of. */
  readonly id: NumberId;
  /** Name as the console shows it. */
  readonly label: string;
  /** What the value and its target are counted in. */
  readonly unit: MetricUnit;
  /** Key of the target it is compared with here; null for what has none. */
  readonly target_key: MetricTarget | null;
}

/** Numbers by metric id. */
export type MetricValues = ByMetric<MetricValue>;

/** What names a number: an entry of the catalogue, or a definition. */
type Named = Pick<MetricDefinition, 'id' | 'label' | 'unit'> & Partial<Pick<MetricDefinition, 'target'>>;

/** A number under the name of its metric. */
export function named({ id, label, unit, target = null }: Named, number: ComparedNumber): MetricValue {
  return { id, label, unit, ...number, target_key: target };
}
