import type { DealRow } from '../../deal/deal.js';
import { dealValue, STAGES, toCents } from '../../normalise/index.js';
import type { WholeNumber } from '../../number/whole-number.js';
import { RecordSetBuilder } from '../../record-set/index.js';
import { type MetricId, metricOf } from '../catalogue/catalogue.js';
import type { MetricUnit } from '../model/metric-unit.js';
import type { Question } from '../model/question.js';
import { someMetricValues } from './metric-values.js';

/** What a sales manager looks at first, of the metrics that ask for no period. */
const HEADLINE: readonly MetricId[] = [
  'deals.open',
  'deals.active',
  'pipe.active',
  'pipe.active_weighted',
  'proposal.value',
  'legals.value',
  'revenue.ytd',
  'pipe.old',
];

/** A metric of two states of a view's deals. */
export interface HeadlineMetric {
  /** Id of the metric. */
  readonly id: MetricId;
  /** Its name. */
  readonly label: string;
  /** What it is counted in. */
  readonly unit: MetricUnit;
  /** Its value before; null where it has none. */
  readonly before: number | null;
  /** Its value afterwards; null where it has none. */
  readonly after: number | null;
}

/**
 * The headline metrics of two states of a view's deals, by the functions of the catalogue.
 *
 * @param clock the day that counts as today, and the settings that weigh and span
 * @see docs/domain.md, section 5
 */
export function headline(
  before: readonly DealRow[],
  after: readonly DealRow[],
  clock: Pick<Question, 'asOf' | 'weights' | 'revenueSpan'>,
): HeadlineMetric[] {
  const question = { ...clock, period: { from: clock.asOf, to: clock.asOf }, filters: {} };
  const [old, now] = [before, after].map((deals) => {
    const builder = new RecordSetBuilder();
    for (const deal of deals) builder.add(deal);
    return someMetricValues([builder.build()], HEADLINE, question, null);
  });
  return HEADLINE.map((id) => {
    const { label, unit } = metricOf(id);
    return { id, label, unit, before: old?.[id]?.value ?? null, after: now?.[id]?.value ?? null };
  });
}

/** The deals in a stage, in two states of a view. */
export interface StageChange {
  /** The stage; `other` for those that nobody knows, empty for none. */
  readonly stage: string;
  /** How many deals were in it. */
  readonly deals_before: WholeNumber;
  /** How many deals are in it afterwards. */
  readonly deals_after: WholeNumber;
  /** Their deal value before, currency. */
  readonly value_before: number;
  /** Their deal value afterwards, currency. */
  readonly value_after: number;
}

/** Deals and their value by stage, in two states of a view; stages that have none in either are left out. */
export function stageChanges(before: readonly DealRow[], after: readonly DealRow[]): StageChange[] {
  const [old, now] = [byStage(before), byStage(after)];
  return [...STAGES.values, OTHER, ''].flatMap((stage) => {
    const [one = NONE, other = NONE] = [old.get(stage), now.get(stage)];
    if (one.deals + other.deals === 0) return [];
    return [
      {
        stage,
        deals_before: one.deals,
        deals_after: other.deals,
        value_before: one.cents / 100,
        value_after: other.cents / 100,
      },
    ];
  });
}

const OTHER = 'other';
const NONE = { deals: 0, cents: 0 };
const KNOWN: ReadonlySet<string> = new Set(['', ...STAGES.values]);

function byStage(deals: readonly DealRow[]): Map<string, typeof NONE> {
  const stages = new Map<string, typeof NONE>();
  for (const deal of deals) {
    const stage = KNOWN.has(deal.stage) ? deal.stage : OTHER;
    const found = stages.get(stage) ?? { ...NONE };
    found.deals += 1;
    found.cents += toCents(dealValue(deal) ?? 0) ?? 0;
    stages.set(stage, found);
  }
  return stages;
}
