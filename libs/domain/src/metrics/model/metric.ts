import type { Facts } from '../../record-set/facts.js';
import type { TargetKey } from '../../targets/target-set.js';
import type { Amount } from './amount.js';
import type { WindowName } from './window.js';
import type { MetricUnit } from './metric-unit.js';

/** A question about one record that its facts answer. */
export type Predicate = (facts: Facts) => boolean;

/** Records that a reader may expect in a number, and why they are not in it or weigh nothing. */
export interface NearMiss {
  /** What they are, such as `closed deals without ARR`. */
  readonly reason: string;
  /** What a single one is: `closed deal without ARR`. */
  readonly one: string;
  /** What they do where they are among the records of a number, such as `weigh nothing`. */
  readonly doing?: { readonly one: string; readonly many: string };
  readonly window: WindowName;
  readonly where: Predicate;
  /** Only those that weigh nothing. */
  readonly isWeightless?: true;
  /** Their relevance is empty: nobody has said yet whether they belong in the number. */
  readonly isNotAssessed?: true;
}

interface Described<Id extends string> {
  /** Stable, such as `poa.generated`. */
  readonly id: Id;
  readonly label: string;
  readonly unit: MetricUnit;
  /** One sentence. */
  readonly definition: string;
  /** How it is computed, in words. */
  readonly formula: string;
  /** Other words that people look for it by. */
  readonly alsoCalled?: readonly string[];
}

/** Records in a window of dates that a predicate picks. */
export interface Picked {
  readonly window: WindowName;
  readonly where: Predicate;
}

/** Records that are counted, or summed. */
export interface Summed extends Picked {
  /** What is summed; null to count. */
  readonly amount: Amount | null;
}

/** What a metric is compared with: a key of the target set, or the revenue targets of its months. */
export type MetricTarget = TargetKey | 'revenue';

/** A count of records, or a sum over them. */
export interface CountedMetric<Id extends string = string> extends Described<Id>, Summed {
  readonly kind: 'counted';
  readonly target: MetricTarget | null;
  readonly leftOut: readonly NearMiss[];
  /** The deals of an earlier period have moved since: the two periods would compare unlike things. */
  readonly hasNoChange?: true;
}

/** A rate or an average: one counted metric over another, each by its own date. */
export interface RatioMetric<Id extends string = string, Part extends string = string> extends Described<Id> {
  readonly kind: 'ratio';
  readonly numerator: Part;
  readonly denominator: Part;
  /** The deals above are not a part of those below: the rate may exceed 1. */
  readonly hasTwoCohorts?: true;
}

/** The number of distinct clients of some records. */
interface DistinctMetric<Id extends string = string> extends Described<Id>, Picked {
  readonly kind: 'distinct';
}

/** A number of the revenue plan. */
export interface PlanMetric<Id extends string = string> extends Described<Id> {
  readonly kind: 'plan';
  readonly plan: 'target' | 'expected' | 'remaining' | 'gap';
}

/**
 * One entry of a catalogue.
 *
 * @typeParam Id ids of all metrics
 * @typeParam CountId ids of those that are counts and sums, which rates are made of
 */
export type Metric<Id extends string = string, CountId extends string = string> =
  CountedMetric<CountId> | RatioMetric<Id, CountId> | DistinctMetric<Id> | PlanMetric<Id>;
