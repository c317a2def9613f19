import type { Status } from '@app/contracts';
import { TEXTS } from '../ui/base/texts';
import { type Tone, toneOf } from '../ui/base/tone';

/** A gap to the plan to date as a reader is told of it. */
export interface Gap {
  /** Neutral while revenue counts as on track in spite of it. */
  tone: Tone;
  /** Why it is neutral; empty where it is not. */
  why: string;
}

/** What a gap means, by the status of the revenue it is about; null where there is none. */
export function gapOf(gap: number | null, status: Status | null): Gap | null {
  if (gap === null || gap <= 0) return null;
  const counts = status === 'on_track';
  return { tone: counts ? 'plain' : toneOf(status), why: counts ? TEXTS.notes.countsAsOnTrack : '' };
}
