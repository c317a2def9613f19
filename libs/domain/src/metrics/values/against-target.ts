import type { ComparedNumber, Status } from './metric-value.js';

/** On track from the first share of target x pace, at risk from the second, behind below it. */
const ON_TRACK = 0.9;
const AT_RISK = 0.6;

/** What rounding of doubles may take from a product: bounds are included. */
const TOLERANCE = 1e-12;

/** A number without a target. */
export const withoutTarget = (value: number | null): ComparedNumber => ({
  value,
  target: null,
  progress: null,
  pace: null,
  status: null,
});

/**
 * A number against its target: a target of 0 is shown, without percentage or status.
 *
 * @param pace 0 to 1; null when there is none
 * @see docs/domain.md, section 3
 */
export function compared(value: number | null, target: number | null, pace: number | null): ComparedNumber {
  if (target === null) return withoutTarget(value);
  if (target === 0 || value === null) return { value, target, progress: null, pace, status: null };
  return { value, target, progress: value / target, pace, status: statusOf(value, target * (pace ?? 0)) };
}

function statusOf(value: number, due: number): Status | null {
  if (due === 0) return null;
  const reaches = (share: number) => value >= due * share * (1 - TOLERANCE);
  return reaches(ON_TRACK) ? 'on_track' : reaches(AT_RISK) ? 'at_risk' : 'behind';
}
