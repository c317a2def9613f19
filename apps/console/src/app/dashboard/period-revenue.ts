import type { NumberId, ScreenAnswer } from '@app/contracts';
import { compared, type ComparedNumber } from '@app/domain/metrics';
import { daysOfAnswer, labelOfDays } from '../session/period-label';
import type { Formats } from '../ui/base/formats';
import type { CardLine } from '../ui/numbers/number-card';
import { gapOf } from './gap';
import { numberOf } from './numbers';
import { DASHBOARD } from './texts';

/** Revenue of the period as the card of a short one shows it. */
export interface PeriodRevenueCard {
  metric: NumberId;
  label: string;
  number: ComparedNumber;
  notes: string[];
  lines: CardLine[];
}

/**
 * What the period has brought against its revenue target: of one under way what bills up to today, with the gap to the
 * plan up to today and what bills later; of one that lies ahead what is signed already.
 */
export function periodRevenue(screen: ScreenAnswer<'dashboard'>, formats: Formats): PeriodRevenueCard {
  const texts = DASHBOARD.headline;
  const { period, as_of, period_revenue } = screen;
  const { revenue, behind, starts_later: later } = period_revenue;
  const days = labelOfDays(daysOfAnswer(screen), formats);
  const notes = partlyPlanned(screen);
  if (period.from > as_of)
    return {
      metric: 'period.closed',
      label: texts.closed(days),
      number: closedToPlan(screen),
      notes,
      lines: [],
    };
  const gap = gapOf(behind, revenue.status);
  const until = formats.dayAndMonth(period.to);
  return {
    metric: 'period.revenue',
    label: period.to > as_of ? texts.revenue(days) : texts.closed(days),
    number: revenue,
    notes,
    lines: [
      ...gapLine(gap && { ...gap, text: texts.behindBy(formats.moneyShort(behind), gap.why) }),
      ...(later > 0
        ? [
            {
              text: texts.startsLater(formats.moneyShort(later), until),
              tone: 'plain',
              metric: 'period.later',
            } as const,
          ]
        : []),
    ],
  };
}

const gapLine = (gap: Pick<CardLine, 'text' | 'tone'> | null): CardLine[] =>
  gap ? [{ text: gap.text, tone: gap.tone, metric: 'period.gap' }] : [];

/**
 * All that closed in the period, whatever bills later included, against its revenue target: without a status, for that
 * is of what bills up to today.
 */
export function closedToPlan({ metrics, period_revenue }: ScreenAnswer<'dashboard'>): ComparedNumber {
  return compared(numberOf(metrics, 'deals.arr').value, period_revenue.revenue.target, null);
}

/** Says that some months of the period have no target where others have one: they count nothing in it. */
function partlyPlanned({ revenue_by_month: months, period_revenue }: ScreenAnswer<'dashboard'>): string[] {
  if (period_revenue.revenue.target === null) return [];
  return withoutTarget(months.filter(({ target }) => target === null).length, months.length);
}

/** How many of some months have no target, where that is so. */
export const withoutTarget = (count: number, of: number): string[] =>
  count === 0 ? [] : [DASHBOARD.headline.withoutTarget(String(count), String(of))];
