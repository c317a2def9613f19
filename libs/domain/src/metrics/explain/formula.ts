import { type MonthShare, monthShares } from '../../period/months-in-period.js';
import { daysInMonth } from '../../period/day.js';
import { daysOf, type Period } from '../../period/period.js';
import type { RecordSet } from '../../record-set/record-set.js';
import { revenueTargetOf } from '../../targets/revenue-target.js';
import type { TargetSet } from '../../targets/target-set.js';
import type { Question } from '../model/question.js';
import { breakdown } from '../tables/breakdown.js';
import { type CatalogueMetric, type MetricId, metricOf, REVENUE_TO_DATE } from '../catalogue/catalogue.js';
import type { NumberId } from '../catalogue/number-ids.js';
import type { PlanMetric } from '../model/metric.js';
import { revenueSpanOf } from '../model/window.js';
import type { MetricUnit } from '../model/metric-unit.js';
import type { MetricValues } from '../values/metric-value.js';
import { targetsUnder } from '../values/metric-values.js';

/** A number in a formula. */
export interface FormulaTerm {
  /** What it is, or the month it is of as `YYYY-MM`. */
  readonly label: string;
  /** Value; null when undefined. */
  readonly value: number | null;
  /** `months`: a number of months, such as those left. */
  readonly unit: MetricUnit | 'months';
  /** The metric, or the figure of the Dashboard, that it is: it can be opened in turn. */
  readonly metric: NumberId | null;
  /** How much of it counts, such as "22 of 30 days"; absent for all of it. */
  readonly note?: string;
  /** Where it comes from in turn; absent where nothing more is to be said. */
  readonly of?: Formula;
}

/** The formula with its real numbers. */
export interface Formula {
  /** `sum`: terms add up. `ratio`: first / second. `difference`: first - second. `value`: stands for itself. */
  readonly operator: 'sum' | 'ratio' | 'difference' | 'value';
  /** What the formula is made of, in its order. */
  readonly terms: FormulaTerm[];
}

/** What a formula is made from. */
export interface FormulaSources {
  readonly sets: readonly RecordSet[];
  readonly question: Question;
  readonly targets: TargetSet | null;
  readonly values: MetricValues;
}

/** Counts and sums by stage, rates by their parts, revenue by its months or by what it is the difference of. */
export function formulaOf(metric: CatalogueMetric, sources: FormulaSources): Formula {
  const { values, question, targets } = sources;
  switch (metric.kind) {
    case 'counted':
      return { operator: 'sum', terms: stageTerms(metric, sources) };
    case 'ratio':
      return { operator: 'ratio', terms: metricTerms([metric.numerator, metric.denominator], values) };
    case 'distinct':
      return { operator: 'value', terms: metricTerms([metric.id], values) };
    case 'plan':
      return planFormula(metric.plan, revenueSpanOf(question), {
        ...sources,
        targets: targetsUnder(question, targets),
      });
  }
}

function planFormula(
  plan: PlanMetric['plan'],
  span: Period,
  { question, targets, values }: FormulaSources,
): Formula {
  const planned = monthsFormula(targets, span);
  const toDate = monthsFormula(targets, { from: span.from, to: question.asOf });
  const minusRevenue = (id: MetricId, of: Formula): Formula => {
    const [first, second] = metricTerms([id, REVENUE_TO_DATE], values);
    return { operator: 'difference', terms: first && second ? [{ ...first, of }, second] : [] };
  };
  switch (plan) {
    case 'target':
      return planned;
    case 'expected':
      return toDate;
    case 'remaining':
      return minusRevenue('revenue.target', planned);
    case 'gap':
      return minusRevenue('revenue.expected', toDate);
  }
}

function stageTerms({ id, unit }: CatalogueMetric, { sets, question }: FormulaSources): FormulaTerm[] {
  const { rows } = breakdown(sets, id, 'stage', question);
  return rows.map(({ label, value }) => ({ label, value, unit, metric: null }));
}

function metricTerms(ids: readonly MetricId[], values: MetricValues): FormulaTerm[] {
  return ids.map((id) => {
    const { label, unit } = metricOf(id);
    return { label, value: values[id]?.value ?? null, unit, metric: id };
  });
}

/** The revenue target of some days as the sum of its months. */
export function monthsFormula(targets: TargetSet | null, days: Period): Formula {
  return { operator: 'sum', terms: monthShares(days).flatMap((share) => monthTerm(targets, share)) };
}

function monthTerm(targets: TargetSet | null, share: MonthShare): FormulaTerm[] {
  const { value } = revenueTargetOf(targets, share);
  if (value === null) return [];
  return [
    { label: share.key, value: value * share.share, unit: 'money', metric: null, ...daysInside(share) },
  ];
}

/** That only some days of a month count. */
export function daysInside({ month, inside, share }: MonthShare): Pick<FormulaTerm, 'note'> {
  return share === 1 ? {} : { note: `${daysOf(inside)} of ${daysInMonth(month)} days` };
}
