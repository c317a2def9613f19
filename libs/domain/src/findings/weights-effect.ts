import { finding } from './findings.js';
import { breakdown } from '../metrics/tables/breakdown.js';
import type { Day } from '../period/day.js';
import type { RecordSet } from '../record-set/record-set.js';
import type { WeightTable } from '../weighting/weight-table.js';

/** Weighted open pipe before and after a change of weights, currency. */
export interface PipeEffect {
  /** Weighted open pipe with the table in force, currency. */
  readonly before: number;
  /** The same with the table asked about. */
  readonly after: number;
}

/** The effect of a weight table on the open pipe. */
export interface WeightsEffectResult extends PipeEffect {
  /** Of each set, in their order. */
  readonly views: readonly PipeEffect[];
  /** Stage E and B deals with pipe that the tried table has no row for, and that pipe. */
  readonly without_row_deals: number;
  readonly without_row_pipe: number;
}

/** The table in force, the one that is tried, and the day that counts as today. */
export interface TriedWeights {
  readonly saved: WeightTable;
  readonly tried: WeightTable;
  readonly asOf: Day;
}

/**
 * What `pipe.active_weighted` would be under another weight table: of each set, and of all together.
 *
 * @see docs/domain.md, section 4
 */
export function weightsEffect(
  sets: readonly RecordSet[],
  { saved, tried, asOf }: TriedWeights,
): WeightsEffectResult {
  const effectOn = (some: readonly RecordSet[]): PipeEffect => ({
    before: weightedPipe(some, saved, asOf),
    after: weightedPipe(some, tried, asOf),
  });
  const { count, value } = finding(sets, 'no_weight_row', { asOf, weights: tried, filters: {} });
  return {
    ...effectOn(sets),
    views: sets.map((set) => effectOn([set])),
    without_row_deals: count,
    without_row_pipe: value ?? 0,
  };
}

function weightedPipe(sets: readonly RecordSet[], weights: WeightTable, asOf: Day): number {
  // The period does not matter: open deals count whenever they were discovered.
  const question = {
    period: { from: asOf, to: asOf },
    asOf,
    filters: {},
    weights,
    revenueSpan: 'year',
  } as const;
  return breakdown(sets, 'pipe.active_weighted', 'source_group', question).total ?? 0;
}
