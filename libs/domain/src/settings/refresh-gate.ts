import { type GateLimits, USUAL_LIMITS } from '../ingest/gate-limits.js';
import { InvalidSettingError } from './invalid-setting-error.js';
import type { SettingKind } from './setting-kind.js';

/** What each limit is of, in the order in which they are shown. */
export const GATE_LIMITS: Readonly<Record<keyof GateLimits, string>> = {
  removed_share: 'Deals removed',
  value_change_share: 'Open pipe or closed ARR changed',
  unreadable_share: 'Dates or amounts unreadable',
};

const KEYS = Object.keys(GATE_LIMITS) as (keyof GateLimits)[];

/**
 * Checks limits that came from outside.
 *
 * @throws InvalidSettingError naming every fault
 */
export function checkRefreshGate(value: unknown): GateLimits {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new InvalidSettingError([`The limits must be an object with ${KEYS.join(', ')}.`]);
  const given = value as Partial<Record<string, unknown>>;
  const faults = [
    ...KEYS.filter((key) => !isShare(given[key])).map((key) => `${key} must be a number from 0 to 1.`),
    ...Object.keys(given)
      .filter((key) => !KEYS.some((known) => known === key))
      .map((key) => `There is no limit "${key}".`),
  ];
  if (faults.length > 0) throw new InvalidSettingError(faults);
  return Object.fromEntries(KEYS.map((key) => [key, given[key]])) as unknown as GateLimits;
}

const isShare = (value: unknown): boolean => typeof value === 'number' && value >= 0 && value <= 1;

const percent = (share: number, count: (value: number) => string) =>
  `${count(Math.round(share * 1000) / 10)}%`;

/** The limits beyond which an import is held, as a setting. @see docs/domain.md, section 9 */
export const REFRESH_GATE: SettingKind<GateLimits> = {
  label: 'Imports to look at first',
  usual: USUAL_LIMITS,
  check: checkRefreshGate,
  describe: (limits, count) =>
    KEYS.map((key) => `${GATE_LIMITS[key]} over ${percent(limits[key], count)}`).join(', '),
};
