import { type MonthShare, monthShares } from '../period/months-in-period.js';
import type { Period } from '../period/period.js';
import type { RecordSet } from '../record-set/record-set.js';
import { revenueTargetOf } from '../targets/revenue-target.js';
import type { TargetSet } from '../targets/target-set.js';
import type { Asked } from './asked.js';
import { breakdown } from './breakdown.js';
import { metricOf } from './catalogue/catalogue.js';
import type { Metric } from './catalogue/metric.js';
import { revenueSpanOf } from './engine/window.js';
import type { MetricUnit } from './metric.js';
import type { MetricValues } from './metric-value.js';
import { targetsUnder } from './metric-values.js';

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

/** What a formula is made from. */
export interface FormulaSources {
  readonly sets: readonly RecordSet[];
  readonly asked: Asked;
  readonly targets: TargetSet | null;
  readonly values: MetricValues;
}

/** Counts and sums by stage, rates by their parts, revenue by its months or by what it is the difference of. */
export function formulaOf(metric: Metric, sources: FormulaSources): Formula {
  const { values, asked, targets } = sources;
  switch (metric.kind) {
    case 'counted':
      return { operator: 'sum', terms: stageTerms(metric, sources) };
    case 'ratio':
      return { operator: 'ratio', terms: metricTerms([metric.numerator, metric.denominator], values) };
    case 'distinct':
      return { operator: 'value', terms: metricTerms([metric.id], values) };
    case 'plan':
      return planFormula(metric.plan, revenueSpanOf(asked), {
        ...sources,
        targets: targetsUnder(asked, targets),
      });
  }
}

function planFormula(
  plan: 'target' | 'expected' | 'remaining' | 'gap',
  span: Period,
  { asked, targets, values }: FormulaSources,
): Formula {
  switch (plan) {
    case 'target':
      return { operator: 'sum', terms: monthTerms(targets, span) };
    case 'expected':
      return { operator: 'sum', terms: monthTerms(targets, { from: span.from, to: asked.asOf }) };
    case 'remaining':
      return { operator: 'difference', terms: metricTerms(['revenue.target', 'revenue.ytd'], values) };
    case 'gap':
      return { operator: 'difference', terms: metricTerms(['revenue.expected', 'revenue.ytd'], values) };
  }
}

function stageTerms({ id, unit }: Metric, { sets, asked }: FormulaSources): FormulaTerm[] {
  const { rows } = breakdown(sets, id, 'stage', asked);
  return rows.map(({ label, value }) => ({ label, value, unit, metric: null }));
}

function metricTerms(ids: readonly string[], values: MetricValues): FormulaTerm[] {
  return ids.map((id) => {
    const { label, unit } = metricOf(id);
    return { label, value: values[id]?.value ?? null, unit, metric: id };
  });
}

function monthTerms(targets: TargetSet | null, span: Period): FormulaTerm[] {
  return monthShares(span).flatMap((share) => monthTerm(targets, share));
}

function monthTerm(targets: TargetSet | null, share: MonthShare): FormulaTerm[] {
  const { value } = revenueTargetOf(targets, share);
  return value === null
    ? []
    : [{ label: share.key, value: value * share.share, unit: 'money', metric: null }];
}
