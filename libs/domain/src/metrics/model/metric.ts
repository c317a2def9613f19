import type { Facts } from '../../record-set/facts.js';
import type { TargetKey } from '../../targets/target-set.js';
import type { Amount } from './amount.js';
import type { WindowName } from './window.js';
import type { MetricUnit } from './metric-definition.js';

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

interface Described {
  /** Stable, such as `poa.generated`. */
  readonly id: string;
  readonly label: string;
  readonly unit: MetricUnit;
  /** One sentence. */
  readonly definition: string;
  /** How it is computed, in words. */
  readonly formula: string;
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

/** A count of records, or a sum over them. */
export interface CountedMetric extends Described, Summed {
  readonly kind: 'counted';
  readonly target: TargetKey | 'revenue' | null;
  readonly leftOut: readonly NearMiss[];
  /** The deals of an earlier period have moved since: the two periods would compare unlike things. */
  readonly hasNoChange?: true;
}

/** A rate or an average: one counted metric over another, each by its own date. */
export interface RatioMetric extends Described {
  readonly kind: 'ratio';
  readonly numerator: string;
  readonly denominator: string;
  /** The deals above are not a part of those below: the rate may exceed 1. */
  readonly hasTwoCohorts?: true;
}

/** The number of distinct clients of some records. */
interface DistinctMetric extends Described, Picked {
  readonly kind: 'distinct';
}

/** A number of the revenue plan. */
export interface PlanMetric extends Described {
  readonly kind: 'plan';
  readonly plan: 'target' | 'expected' | 'remaining' | 'gap';
}

/** One entry of the catalogue. */
export type Metric = CountedMetric | RatioMetric | DistinctMetric | PlanMetric;
