import type { BoardRecord, MetricId, ScreenAnswer } from '@app/contracts';
import type { Copyable } from '../ui/copy/copyable';
import type { Formats } from '../ui/base/formats';
import { TEXTS } from '../ui/base/texts';
import { CLOSING } from './texts';

/** Deals about to close: their value and their number. What no metric counts opens its cards. */
export interface Figure {
  label: string;
  value: number | null;
  valueMetric: MetricId | null;
  count: number | null;
  countMetric: MetricId | null;
  hint: string;
}

/** What a figure counts of the deals that the board below leaves out. */
export interface HiddenBelow {
  readonly deals: readonly Pick<BoardRecord, 'value' | 'stage' | 'poa_date'>[];
  /** Today, ISO day. */
  readonly asOf: string;
}

/**
 * What closes this month, legals, proposals, the two together, and POA to come. They count what the board hides, and say
 * so where the deals are those of the board.
 *
 * @param below what the board hides
 */
export function figuresOf(
  { metrics, legals_and_proposals }: ScreenAnswer<'projections'>,
  below: HiddenBelow,
  formats: Formats,
): Figure[] {
  const pair = (label: string, countMetric: MetricId, valueMetric: MetricId, hint = ''): Figure => ({
    label,
    value: metrics[valueMetric]?.value ?? null,
    valueMetric,
    count: metrics[countMetric]?.value ?? null,
    countMetric,
    hint,
  });
  const { closing, closingHint, legals, proposals, both, bothHint, upcoming, upcomingHint, hiddenBelow } =
    CLOSING;
  const hidden = (isCounted: (deal: HiddenBelow['deals'][number]) => boolean) => {
    const deals = below.deals.filter(isCounted);
    if (deals.length === 0) return '';
    const value = deals.reduce((sum, deal) => sum + (deal.value ?? 0), 0);
    return hiddenBelow(formats.count(deals.length), formats.moneyShort(value));
  };
  const isOf =
    (...stages: readonly string[]) =>
    ({ stage }: { stage: string }) =>
      stages.includes(stage);
  const isToCome = ({ poa_date }: { poa_date: string | null }) => poa_date !== null && poa_date > below.asOf;
  const count = (metrics['legals.count']?.value ?? 0) + (metrics['proposal.count']?.value ?? 0);
  return [
    pair(closing, 'closing.count', 'closing.value', closingHint),
    pair(legals, 'legals.count', 'legals.value', hidden(isOf('B Legals'))),
    pair(proposals, 'proposal.count', 'proposal.value', hidden(isOf('C Proposal sent'))),
    {
      label: both,
      value: legals_and_proposals,
      valueMetric: null,
      count: null,
      countMetric: null,
      hint: dotted(
        bothHint(TEXTS.deals(formats.count(count), count === 1)),
        hidden(isOf('B Legals', 'C Proposal sent')),
      ),
    },
    pair(upcoming, 'poa.upcoming', 'poa.upcoming_value', dotted(upcomingHint, hidden(isToCome))),
  ];
}

const dotted = (...words: readonly string[]): string => words.filter((each) => each !== '').join(' · ');

/** The figures for a mail. */
export function copyOfFigures(figures: readonly Figure[], subtitle: string, formats: Formats): Copyable {
  const { what, deals, value } = CLOSING.copied;
  return {
    title: CLOSING.numbers,
    subtitle,
    columns: [
      { label: what, unit: null },
      { label: deals, unit: 'count' },
      { label: value, unit: 'money' },
    ],
    rows: figures.map((figure) => [figure.label, formats.count(figure.count), formats.money(figure.value)]),
  };
}
