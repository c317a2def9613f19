import type { WholeNumber } from '../../number/whole-number.js';
import type { RecordSet } from '../../record-set/record-set.js';
import type { Question } from '../model/question.js';
import {
  type CatalogueMetric,
  countedOf,
  type MetricId,
  metricOf,
  REVENUE_TO_DATE,
} from '../catalogue/catalogue.js';
import type { NearMiss } from '../model/metric.js';
import { positionsOf } from '../engine/positions.js';
import { isSmall } from '../tables/metric-table.js';
import type { MetricValues, Status } from '../values/metric-value.js';
import { weightless } from './weightless.js';

/**
 * A sentence beside a number. `weightless`: deals and pipe that weigh 0. `not_assessed`: deals whose relevance is
 * empty. `two_cohorts`: a ratio whose parts are not the same deals. `small`: a rate from fewer than 5 cases.
 * `counts_as_on_track`: a gap within the 10 % below the plan to date that count as on track. `sample_target`: beside
 * own records, its target, or a part of it, came with the sample of a new installation.
 */
export interface NumberNote {
  /** What the reader should know about the number. */
  readonly kind:
    'weightless' | 'not_assessed' | 'two_cohorts' | 'small' | 'counts_as_on_track' | 'sample_target';
  /** Deals it is about, of a small rate its cases; null where the note is about none. */
  readonly deals: WholeNumber | null;
  /** Their pipe, currency; null where the note is not about money. */
  readonly pipe: number | null;
}

/**
 * What is worth saying beside some metrics.
 *
 * @param values the metrics' values, those of the parts of a rate among them
 * @returns notes by metric id; metrics without notes are absent
 * @throws UnknownMetricError
 */
export function notesOf(
  sets: readonly RecordSet[],
  ids: readonly MetricId[],
  question: Question,
  values: MetricValues,
): Record<string, NumberNote[]> {
  const notes = ids.map((id) => [id, metricNotes(sets, metricOf(id), question, values)] as const);
  return Object.fromEntries(notes.filter(([, found]) => found.length > 0));
}

function metricNotes(
  sets: readonly RecordSet[],
  metric: CatalogueMetric,
  question: Question,
  values: MetricValues,
): NumberNote[] {
  if (metric.kind === 'counted') return recordNotes(sets, metric.leftOut, question);
  if (metric.kind === 'plan' && metric.plan === 'gap')
    return gapNotes(values[metric.id]?.value ?? null, values[REVENUE_TO_DATE]?.status ?? null);
  if (metric.kind !== 'ratio') return [];
  return [...recordNotes(sets, countedOf(metric.numerator).leftOut, question), ...rateNotes(metric, values)];
}

function recordNotes(
  sets: readonly RecordSet[],
  leftOut: readonly NearMiss[],
  question: Question,
): NumberNote[] {
  const weighed = leftOut
    .filter(({ isWeightless }) => isWeightless)
    .map((miss): NumberNote => ({ kind: 'weightless', ...weightless(sets, miss, question) }));
  const assessed = leftOut
    .filter(({ isNotAssessed }) => isNotAssessed)
    .map((miss): NumberNote => ({ kind: 'not_assessed', deals: countOf(sets, miss, question), pipe: null }));
  return [...weighed, ...assessed].filter(({ deals }) => deals !== 0);
}

type Rate = Extract<CatalogueMetric, { kind: 'ratio' }>;

function rateNotes({ unit, denominator, hasTwoCohorts }: Rate, values: MetricValues): NumberNote[] {
  const cases = values[denominator]?.value ?? 0;
  const notes: NumberNote[] = hasTwoCohorts ? [{ kind: 'two_cohorts', deals: null, pipe: null }] : [];
  return unit === 'ratio' && isSmall(cases) ? [...notes, { kind: 'small', deals: cases, pipe: null }] : notes;
}

/**
 * What is worth saying of a gap to the plan to date: that the 10 % below it count as on track.
 *
 * @param gap currency; null without target
 * @param status of the revenue it is about
 * @see docs/domain.md, section 3
 */
export function gapNotes(gap: number | null, status: Status | null): NumberNote[] {
  const counts = gap !== null && gap > 0 && status === 'on_track';
  return counts ? [{ kind: 'counts_as_on_track', deals: null, pipe: null }] : [];
}

const countOf = (sets: readonly RecordSet[], miss: NearMiss, question: Question) =>
  sets.reduce((count, set) => count + positionsOf(set, miss, question).length, 0);
