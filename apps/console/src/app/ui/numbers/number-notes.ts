import type { NumberNote } from '@app/contracts';
import type { ComparedNumber } from '@app/domain/metrics';
import type { Formats } from '../base/formats';
import { TEXTS } from '../base/texts';

/** The notes of a number as text. */
export function noteLabels(notes: readonly NumberNote[] | undefined, formats: Formats): string[] {
  return (notes ?? []).map((note) => wordsOf(note, formats));
}

function wordsOf({ kind, deals, pipe }: NumberNote, formats: Formats): string {
  const counted = TEXTS.deals(formats.count(deals), deals === 1);
  switch (kind) {
    case 'weightless':
      return TEXTS.notes.weightless(counted, formats.moneyShort(pipe), deals === 1);
    case 'not_assessed':
      return TEXTS.notes.notAssessed(formats.count(deals));
    case 'two_cohorts':
      return TEXTS.notes.twoCohorts;
    case 'small':
      return TEXTS.notes.small;
    case 'counts_as_on_track':
      return TEXTS.notes.countsAsOnTrack;
    case 'sample_target':
      return TEXTS.notes.sampleTarget;
  }
}

/** What closed in a period: all that bills in it, also after today. */
const BILLED = ['deals.closed', 'deals.arr', 'deals.mrr', 'upsell.closed', 'upsell.arr'];

/** The last day of a period, and the day that it is seen on: of a screen. */
export interface SeenOn {
  readonly as_of: string;
  readonly period: { readonly to: string };
}

const countsAhead = (metric: string, { as_of, period }: SeenOn): boolean =>
  BILLED.includes(metric) && period.to > as_of;

/**
 * What of a period counts that bills after today; null where that is over. Beside revenue to date it would be taken for
 * it.
 */
export const untilEndNote = (metric: string, seen: SeenOn, formats: Formats): string | null =>
  countsAhead(metric, seen) ? TEXTS.notes.untilEnd(formats.dayAndMonth(seen.period.to)) : null;

/**
 * A number without the verdict that is not its own: what counts deals that bill after today is no measure of the plan up
 * to today. That verdict is of revenue to date, once.
 */
export function judged<T extends Pick<ComparedNumber, 'pace' | 'status'>>(
  metric: string,
  number: T,
  seen: SeenOn,
): T {
  return countsAhead(metric, seen) ? { ...number, pace: null, status: null } : number;
}

/** Whether the target of a number is, at least in part, made up for the sample. */
export const hasSampleTarget = (notes: readonly NumberNote[] | undefined): boolean =>
  notes?.some(({ kind }) => kind === 'sample_target') ?? false;
