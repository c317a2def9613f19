import { monthShares, monthsInPeriod } from '../../period/months-in-period.js';
import type { Period } from '../../period/period.js';
import type { RecordSet } from '../../record-set/record-set.js';
import type { TargetSet } from '../../targets/target-set.js';
import type { Question } from '../model/question.js';
import { breakdown } from '../tables/breakdown.js';
import { CLOSED_ARR } from '../catalogue/catalogue.js';
import type { NumberId } from '../catalogue/number-ids.js';
import { daysInside, type Formula, type FormulaTerm, monthsFormula } from './formula.js';
import { daysToDate } from '../values/revenue-plan.js';
import type { RevenueStanding } from '../values/revenue-standing.js';
import type { Figure } from '../values/figure.js';

/** What the formula of a figure is made from. */
export interface FigureSources {
  readonly figure: Figure;
  readonly standing: RevenueStanding;
  /** Days of the records that are in it; null without any. */
  readonly days: Period | null;
  readonly sets: readonly RecordSet[];
  readonly question: Question;
  /** Those that hold. */
  readonly targets: TargetSet | null;
}

/** A figure line by line: months that add up, or one figure minus or over another, each opened one step further. */
export function figureFormula(sources: FigureSources): Formula {
  const { part } = sources.figure;
  switch (part) {
    case 'target':
    case 'expected':
      return plannedFormula(part, sources);
    case 'gap':
      return { operator: 'difference', terms: [term('expected', sources), term('revenue', sources)] };
    case 'remaining':
      return remainingFormula(sources);
    case 'needed':
      return neededFormula(sources);
    case 'revenue':
    case 'later':
    case 'closed':
      return recordsFormula(sources);
  }
}

function plannedFormula(part: 'target' | 'expected', { figure, question, targets }: FigureSources): Formula {
  const days = part === 'target' ? figure.span : daysToDate(figure.span, question.asOf);
  return days === null ? { operator: 'sum', terms: [] } : monthsFormula(targets, days);
}

function remainingFormula(sources: FigureSources): Formula {
  return { operator: 'difference', terms: [term('target', sources), term('revenue', sources)] };
}

/** Nothing is needed once the target is reached, and nothing can be once the span is over: then there is no formula. */
function neededFormula(sources: FigureSources): Formula {
  const { standing, figure, question } = sources;
  if ((standing.needed ?? 0) === 0) return { operator: 'value', terms: [] };
  const left = { from: Math.max(figure.span.from, question.asOf), to: figure.span.to };
  const months: FormulaTerm = {
    label: 'Months left',
    value: monthsInPeriod(left),
    unit: 'months',
    metric: null,
    of: { operator: 'sum', terms: monthShares(left).map((share) => monthLeft(share)) },
  };
  return { operator: 'ratio', terms: [term('remaining', sources), months] };
}

const monthLeft = (share: ReturnType<typeof monthShares>[number]): FormulaTerm => ({
  label: share.key,
  value: share.share,
  unit: 'months',
  metric: null,
  ...daysInside(share),
});

/** The sum of the records by the months in which their billing starts. */
function recordsFormula({ sets, days, question }: FigureSources): Formula {
  if (days === null) return { operator: 'sum', terms: [] };
  const { rows } = breakdown(sets, CLOSED_ARR, 'month', { ...question, period: days });
  const terms = rows.map(({ key, label, value }): FormulaTerm => {
    return { label: key ?? label, value, unit: 'money', metric: null };
  });
  return { operator: 'sum', terms };
}

const LABELS = {
  target: 'Revenue target',
  expected: 'Plan to date',
  revenue: 'Revenue to date',
  remaining: 'Remaining',
} as const;

function term(part: keyof typeof LABELS, sources: FigureSources): FormulaTerm {
  const { standing } = sources;
  const value = part === 'revenue' ? standing.revenue.value : standing[part];
  const of = nested(part, sources);
  return {
    label: LABELS[part],
    value,
    unit: 'money',
    metric: idOf(part, sources.figure),
    ...(of === null ? {} : { of }),
  };
}

/** The records below say what revenue is made of. */
function nested(part: keyof typeof LABELS, sources: FigureSources): Formula | null {
  if (part === 'revenue') return null;
  return part === 'remaining' ? remainingFormula(sources) : plannedFormula(part, sources);
}

/** Of the revenue span these are metrics of the catalogue. */
function idOf(part: keyof typeof LABELS, { id }: Figure): NumberId {
  if (id.startsWith('half.')) return `half.${part}`;
  if (id.startsWith('period.')) return `period.${part}`;
  return part === 'revenue' ? 'revenue.ytd' : `revenue.${part}`;
}
