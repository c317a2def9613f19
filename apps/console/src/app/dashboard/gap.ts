import type { Status } from '@app/contracts';
import { TEXTS } from '../ui/base/texts';
import { type Tone, toneOf } from '../ui/base/tone';

/** The gap to the plan to date, as shown. */
export interface Gap {
  /** Neutral while revenue counts as on track in spite of it. */
  tone: Tone;
  /** Why it is neutral; empty otherwise. */
  why: string;
}

/** How to show a gap, given the status of revenue; null without a gap. */
export function gapOf(gap: number | null, status: Status | null): Gap | null {
  if (gap === null || gap <= 0) return null;
  const counts = status === 'on_track';
  return { tone: counts ? 'plain' : toneOf(status), why: counts ? TEXTS.notes.countsAsOnTrack : '' };
}
