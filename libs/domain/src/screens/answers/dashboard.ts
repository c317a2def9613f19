import type { Day } from '../../period/day.js';
import { halfLabel, halfOf } from '../../period/presets.js';
import type { Period } from '../../period/period.js';
import type { RecordSet } from '../../record-set/record-set.js';
import { isSampleOrigin } from '../../targets/sample-targets.js';
import { monthsWithoutTarget } from '../../targets/revenue-target.js';
import type { TargetSet } from '../../targets/target-set.js';
import type { Question } from '../../metrics/model/question.js';
import type { MetricId } from '../../metrics/catalogue/catalogue.js';
import { figureDefinition } from '../../metrics/explain/figure-labels.js';
import { figureOf } from '../../metrics/values/figure.js';
import { revenueSpanOf } from '../../metrics/model/window.js';
import { targetsUnder } from '../../metrics/values/metric-values.js';
import { type MetricValue, named } from '../../metrics/values/metric-value.js';
import { neededPerMonth } from '../../metrics/values/needed-per-month.js';
import type { WholeNumber } from '../../number/whole-number.js';
import type { NumberNote } from '../../metrics/explain/notes.js';
import { daysAhead } from '../../metrics/values/revenue-plan.js';
import { type RevenueMonth, revenueMonths, type RevenueStep, revenueTrend } from './revenue-months.js';
import { closedArr, revenueStanding } from '../../metrics/values/revenue-standing.js';
import { withSampleTargets } from '../../metrics/explain/sample-target-notes.js';
import { sumToTheCent } from './sum-to-the-cent.js';
import { revenueOrigin } from '../../metrics/explain/target-origin.js';
import type { Weightless } from '../../metrics/explain/weightless.js';
import type { Screen, ScreenData } from './screen.js';

/** Figures of the headline that no metric has. Money in currency. */
export interface HeadlineFigures {
  /** Revenue still needed a month, from today to the end of the revenue span, currency; null without target or time. */
  readonly needed_per_month: number | null;
  /** ARR that is signed and bills after today, up to the end of the revenue span, currency. */
  readonly starts_later: number;
  /** Deals and pipe of `pipe.created` that weigh nothing. */
  readonly created_weightless: Weightless;
  /** Deals and pipe of `pipe.active` that weigh nothing. */
  readonly active_weightless: Weightless;
  /** Open attended deals of the stages of `deals.active` whose relevance is empty. */
  readonly active_not_assessed: WholeNumber;
  /** `legals.value` + `proposal.value`, currency. */
  readonly legals_and_proposals: number;
  /** Months of the revenue span without a revenue target where others have one: they count 0 in it. */
  readonly months_without_target: WholeNumber;
}

/** What the headline row has beside its metrics. */
export interface DashboardHeadline extends HeadlineFigures {
  /** First day of the revenue span: the calendar year of today, or its half-year by a setting. */
  readonly span_from: Day;
  /** Last day of the revenue span. */
  readonly span_to: Day;
}

/** Revenue of the period: what bills up to today against the plan up to today. Money in currency. */
export interface PeriodRevenue {
  /** What bills up to today, against the revenue target of the whole period; pace is expected / target. */
  readonly revenue: MetricValue;
  /** ARR that is signed and bills after today, up to the end of the period. */
  readonly starts_later: number;
  /** Plan to date: the target up to today, where the period should stand. */
  readonly expected: number | null;
  /** The gap: expected - revenue to date where positive, else 0; null without target. */
  readonly behind: number | null;
}

/** Revenue of a half-year: what bills up to today against the plan up to today. Money in currency. */
export interface HalfFigures {
  /** Such as `H2 2026`. */
  readonly label: string;
  /** Revenue target of the half. */
  readonly target: number | null;
  /** What bills up to today, against the target of the half; pace is expected / target. */
  readonly revenue: MetricValue;
  /** ARR that is signed and bills after today, up to the end of the half. */
  readonly starts_later: number;
  /** `deals.arr` of the half: revenue to date and what starts later. */
  readonly closed: number;
  /** target - revenue to date, negative when exceeded. */
  readonly remaining: number | null;
  /** Plan to date: the target up to today, where the half should stand. */
  readonly expected: number | null;
  /** The gap: expected - revenue to date where positive, else 0; null without target. */
  readonly behind: number | null;
  /**
   * Needed a month from today to the end of the half; of a half that lies ahead, in each of its own months. Null
   * without target or time.
   */
  readonly needed_per_month: number | null;
  /** Its months, in their order. */
  readonly months: RevenueMonth[];
}

/** The half-year that holds the end of the period, by the rules of the revenue span. */
export interface HalfRevenue extends HalfFigures {
  readonly from: Day;
  readonly to: Day;
}

/** What the Dashboard has beside its metrics and tables. */
export interface DashboardNumbers {
  readonly headline: DashboardHeadline;
  /** One entry for each month of the period, oldest first. */
  readonly revenue_by_month: RevenueMonth[];
  /** One entry for each day or week of a short period, oldest first; null for a longer one. */
  readonly revenue_trend: RevenueStep[] | null;
  readonly half: HalfRevenue;
  readonly period_revenue: PeriodRevenue;
  /** Those of the screen, of what is left of the half, and of the revenue of the period. */
  readonly notes: Screen['notes'];
}

/** The headline and revenue of the Dashboard; what there is to do and to mend is not among its numbers. */
export function dashboardNumbers({ screen, sets, question, targets }: ScreenData): DashboardNumbers {
  const holding = targetsUnder(question, targets);
  const half = halfRevenue(sets, question, holding);
  const startsLater = closedArr(sets, daysAhead(revenueSpanOf(question), question.asOf), question);
  const sampled = [
    ...(isSampled(half, holding) ? ['half.remaining'] : []),
    ...(isSampled(question.period, holding) ? ['period.revenue'] : []),
  ];
  return {
    notes: withSampleTargets(screen.notes, sampled),
    headline: headlineOf(screen, question, startsLater, holding),
    period_revenue: periodRevenue(sets, question, holding),
    revenue_by_month: revenueMonths(sets, question.period, question, holding),
    revenue_trend: revenueTrend(sets, question, holding),
    half,
  };
}

const isSampled = (span: Period, targets: TargetSet | null) =>
  isSampleOrigin((targets && revenueOrigin(span, targets)?.origin) ?? null);

function headlineOf(
  { metrics, notes }: Screen,
  question: Question,
  startsLater: number,
  targets: TargetSet | null,
): DashboardHeadline {
  const valueOf = (id: MetricId) => metrics[id]?.value ?? null;
  const noteOf = (id: string, kind: NumberNote['kind']) => notes[id]?.find((note) => note.kind === kind);
  const weightlessOf = (id: string): Weightless => {
    const note = noteOf(id, 'weightless');
    return { deals: note?.deals ?? 0, pipe: note?.pipe ?? 0 };
  };
  const span = revenueSpanOf(question);
  return {
    needed_per_month: neededPerMonth(valueOf('revenue.remaining'), span, question.asOf),
    starts_later: startsLater,
    span_from: span.from,
    span_to: span.to,
    created_weightless: weightlessOf('pipe.created_weighted'),
    active_weightless: weightlessOf('pipe.active_weighted'),
    active_not_assessed: noteOf('deals.active', 'not_assessed')?.deals ?? 0,
    legals_and_proposals: sumToTheCent(valueOf('legals.value') ?? 0, valueOf('proposal.value') ?? 0),
    months_without_target: monthsWithoutTarget(targets, span),
  };
}

/** Revenue of the period, against the revenue targets of its months. */
function periodRevenue(
  sets: readonly RecordSet[],
  question: Question,
  targets: TargetSet | null,
): PeriodRevenue {
  const standing = revenueStanding(sets, question.period, question, targets);
  return {
    revenue: named(figureDefinition(figureOf('period.revenue', question)), standing.revenue),
    starts_later: standing.startsLater,
    expected: standing.expected,
    behind: standing.gap,
  };
}

/** Revenue of the half-year that holds the end of the period, against its targets. */
function halfRevenue(sets: readonly RecordSet[], question: Question, targets: TargetSet | null): HalfRevenue {
  const half = halfOf(question.period.to);
  const months = revenueMonths(sets, half, question, targets);
  const standing = revenueStanding(sets, half, question, targets);
  return {
    ...half,
    label: halfLabel(half.to),
    target: standing.target,
    revenue: named(figureDefinition(figureOf('half.revenue', question)), standing.revenue),
    starts_later: standing.startsLater,
    closed: months.at(-1)?.cumulative_closed ?? 0,
    remaining: standing.remaining,
    expected: standing.expected,
    behind: standing.gap,
    needed_per_month: standing.needed,
    months,
  };
}
