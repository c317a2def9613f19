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

/** Whether the target of a number is, at least in part, made up for the sample. */
export const hasSampleTarget = (notes: readonly NumberNote[] | undefined): boolean =>
  notes?.some(({ kind }) => kind === 'sample_target') ?? false;
