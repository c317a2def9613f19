import type { ByMetric, HalfRevenue, MetricValue, NumberId } from '@app/contracts';
import type { Formats } from '../ui/base/formats';
import type { Tone } from '../ui/base/tone';
import { gapOf } from './gap';
import { DASHBOARD } from './texts';

/** A line of the card: a number that opens its own arithmetic. */
export interface HalfRow {
  metric: NumberId;
  label: string;
  value: string;
  tone: Tone;
  /** A note; may be empty. */
  why: string;
}

/** The main number: what remains, else revenue, of a half under way that to date. */
export function leadOf(
  half: HalfRevenue,
  asOf: string,
  formats: Formats,
): { value: string; words: string; metric: NumberId } {
  const texts = DASHBOARD.half;
  const { remaining, revenue, label } = half;
  const toDate = { value: formats.moneyShort(revenue.value), metric: 'half.revenue' } as const;
  const isUnderWay = half.from <= asOf && asOf < half.to;
  if (remaining === null)
    return { ...toDate, words: isUnderWay ? texts.toDate(label) : texts.revenue(label) };
  if (remaining === 0) return { ...toDate, words: texts.reached };
  return {
    value: formats.moneyShort(Math.abs(remaining)),
    words: remaining > 0 ? texts.remaining(label) : texts.over(label),
    metric: 'half.remaining',
  };
}

/** Further numbers by importance: the gap, signed deals, what is needed, and deals about to close. */
export function halfRows(half: HalfRevenue, metrics: ByMetric<MetricValue>, formats: Formats): HalfRow[] {
  const texts = DASHBOARD.half;
  const until = formats.dayAndMonth(half.to);
  const row = (
    metric: NumberId,
    label: string,
    value: number | null,
    more: Partial<HalfRow> = {},
  ): HalfRow => ({
    metric,
    label,
    value: formats.moneyShort(value),
    tone: 'plain',
    why: '',
    ...more,
  });
  const gap = gapOf(half.behind, half.revenue.status);
  const { expected, needed_per_month: needed } = half;
  return [
    ...(gap ? [row('half.gap', texts.gap, half.behind, gap)] : []),
    ...(!gap && expected !== null && expected > 0 ? [row('half.expected', texts.plan, expected)] : []),
    ...(half.starts_later > 0 ? [row('half.later', texts.startsLater(until), half.starts_later)] : []),
    ...(needed !== null && needed > 0 ? [row('half.needed', texts.needed(until), needed)] : []),
    row('legals.value', texts.inLegals, metrics['legals.value']?.value ?? null),
    row('proposal.value', texts.inProposals, metrics['proposal.value']?.value ?? null),
  ];
}
