import type { NumberNote } from '@app/contracts';
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

/**
 * What ARR of a period counts that bills after today; null where that is over. Beside revenue to date it would be taken
 * for it.
 */
export function untilEndNote(
  metric: string,
  { as_of, period }: { readonly as_of: string; readonly period: { readonly to: string } },
  formats: Formats,
): string | null {
  const isAhead = metric === 'deals.arr' && period.to > as_of;
  return isAhead ? TEXTS.notes.untilEnd(formats.dayAndMonth(period.to)) : null;
}

/** Whether the target of a number is, at least in part, made up for the sample. */
export const hasSampleTarget = (notes: readonly NumberNote[] | undefined): boolean =>
  notes?.some(({ kind }) => kind === 'sample_target') ?? false;
