import type { RunPhase, RunProgress } from '@app/contracts';

/** How far a run was at a moment. */
export interface Mark {
  /** Milliseconds. */
  readonly at: number;
  readonly progress: Pick<RunProgress, 'phase' | 'fraction'>;
}

/** Less says nothing about a speed yet. */
const LEAST_MS = 2_000;
const LEAST_DONE = 0.02;
const SECOND_MS = 1_000;

/** In these a run does nothing that its fraction measures. */
const UNMEASURED: ReadonlySet<RunPhase> = new Set<RunPhase>([
  'waiting',
  'waiting_for_room',
  'fetching',
  'done',
]);

/** Whether a run does something that tells how fast it is. */
export const isMeasured = ({ phase }: Pick<RunProgress, 'phase'>): boolean => !UNMEASURED.has(phase);

/**
 * Milliseconds, in whole seconds, that a run will still take at its speed between two marks; null while that says
 * nothing.
 *
 * @param from the first mark at which it was measured
 */
export function timeLeft(from: Mark, now: Mark): number | null {
  if (!isMeasured(from.progress) || !isMeasured(now.progress)) return null;
  const passed = now.at - from.at;
  const done = now.progress.fraction - from.progress.fraction;
  if (passed < LEAST_MS || done < LEAST_DONE) return null;
  return Math.round(((passed / done) * (1 - now.progress.fraction)) / SECOND_MS) * SECOND_MS;
}
