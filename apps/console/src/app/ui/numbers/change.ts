import type { ByMetric, Comparison, MetricId, MetricUnit } from '@app/contracts';
import { day, stepPeriod } from '@app/domain/period';
import type { Formats } from '../base/formats';
import { TEXTS } from '../base/texts';

/** How a number changed against the comparison, as shown. */
export interface Change {
  direction: 'up' | 'down' | 'same' | 'none';
  /** Good or bad only where more is better. */
  tone: 'good' | 'bad' | 'plain';
  /** `+11% on H1 2026`, `+11% on H1 to 1 Jun`, `17 so far: +11% on H1 to 1 Jun` */
  text: string;
  /**
   * The same without what it is compared with: `+11%`, `from $18K`; empty where there was nothing, and where it is not of
   * the number beside it.
   */
  brief: string;
  /** The days that are compared. */
  hint: string;
}

/** For these, neither more nor less is better. */
const WITHOUT_DIRECTION = [
  'meetings.noshow',
  'meetings.question_mark',
  'meetings.not_relevant',
  'meetings.unassigned',
  'meetings.other',
  'revenue.remaining',
  'revenue.gap',
  'pipe.old',
  'pipe.old_count',
  'pipe.old_clients',
];

/** `+992%` says nothing that `from $18K` does not say better. */
const MANY_TIMES = 3;

/** Metrics that are not compared with an earlier period, and why. Source: docs/domain.md, section 5. */
const NEVER_COMPARED: ByMetric<string> = {
  'pipe.created_weighted': TEXTS.comparison.movedSince,
};

/**
 * The change of a metric; null where nothing is compared or there was nothing to compare with.
 *
 * @param shown the number that it stands beside: where that counts more than what is compared, the change says of what
 * it is
 */
export function changeOf(
  metric: MetricId,
  unit: MetricUnit,
  comparison: Comparison | null,
  formats: Formats,
  shown: number | null = null,
): Change | null {
  if (!comparison) return null;
  const why = NEVER_COMPARED[metric];
  if (why !== undefined)
    return { direction: 'none', tone: 'plain', text: TEXTS.comparison.never, brief: '', hint: why };
  const { current = null, previous = null, change = null } = comparison.values[metric] ?? {};
  if (current === null || previous === null) return null;
  if (current === 0 && previous === 0) return null; // nothing, as before, is no news
  const label = comparedPart(comparison, formats);
  const before = formats.short(previous, unit);
  // A change too small to be written is neither good nor bad.
  const isUnseen = change !== null && Math.round(change * 100) === 0;
  const isMany = change !== null && change > MANY_TIMES;
  const direction = current === previous || isUnseen ? 'same' : current > previous ? 'up' : 'down';
  const now = formats.short(current, unit);
  const isOfLess = comparison.is_partial && shown !== null && formats.short(shown, unit) !== now;
  const text =
    current === previous
      ? TEXTS.comparison.same(label)
      : isMany || change === null
        ? TEXTS.comparison.from(before, label)
        : TEXTS.comparison.on(formats.change(change, unit), label);
  const brief =
    change === null ? '' : isMany ? TEXTS.comparison.fromBrief(before) : formats.change(change, unit);
  return {
    direction,
    tone: toneOf(metric, direction),
    text: isOfLess ? TEXTS.comparison.soFar(now, text) : text,
    brief: isOfLess ? '' : brief,
    hint: TEXTS.comparison.hint(
      now,
      before,
      formats.range(comparison.from, comparison.to),
      comparison.is_partial,
    ),
  };
}

/** `H1 2026`; while the period is under way, how far of it as many days reach: `H1 to 1 Jun`. */
function comparedPart(comparison: Comparison, formats: Formats): string {
  const name = comparedName(comparison);
  if (!comparison.is_partial || isTwoDates(comparison.label)) return name;
  const { through, to } = comparison;
  const short = name.replace(` ${through.slice(0, 4)}`, '');
  // A line never ends within a date.
  return TEXTS.comparison.upTo(short, formats.dayAndMonth(to).replaceAll(' ', '\u00a0'));
}

/** What is compared, by name. Two dates are too long for a card or the bar: its tooltip or menu has them. */
export function comparedName(compared: Compared): string {
  if (!isTwoDates(compared.label)) return compared.label;
  return TEXTS.comparison.days[isYearEarlier(compared) ? 'last_year' : 'previous'];
}

type Compared = Pick<Comparison, 'against' | 'label' | 'to' | 'through'>;

/** By choice; and a year to date always, which has no other period before it. */
export function isYearEarlier({ against, to, through }: Omit<Compared, 'label'>): boolean {
  const last = day(through);
  return against === 'last_year' || stepPeriod({ from: last, to: last }, 'year_to_date', -1).to === day(to);
}

/** A period without a name is labelled by its first and last day. */
export const isTwoDates = (label: string): boolean => /^\d{4}-\d{2}-\d{2}/.test(label);

function toneOf(metric: MetricId, direction: 'up' | 'down' | 'same'): Change['tone'] {
  if (direction === 'same' || WITHOUT_DIRECTION.includes(metric)) return 'plain';
  return direction === 'up' ? 'good' : 'bad';
}
