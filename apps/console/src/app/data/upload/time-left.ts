/** How far a run was at a moment. */
interface Mark {
  /** Milliseconds. */
  at: number;
  /** 0 to 1. */
  fraction: number;
}

/** Less is no measure yet. */
const LEAST_MS = 2_000;
const LEAST_DONE = 0.02;

/** Seconds that a run will still take at the speed between two marks; null while that says nothing. */
export function timeLeft(from: Mark, now: Mark): number | null {
  const [passed, done] = [now.at - from.at, now.fraction - from.fraction];
  if (passed < LEAST_MS || done < LEAST_DONE) return null;
  return Math.round(((passed / done) * (1 - now.fraction)) / 1_000);
}
