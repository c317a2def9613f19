import { InvalidSettingError } from './invalid-setting-error.js';
import type { SettingKind } from './setting-kind.js';

/** How long a new installation keeps what imports changed. */
const DEFAULT_HISTORY_DAYS = 400;
/** A hundred years. */
const MAX_HISTORY_DAYS = 36_500;

/**
 * Checks a number of days that came from outside.
 *
 * @throws InvalidSettingError
 */
export function checkHistoryDays(value: unknown): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= MAX_HISTORY_DAYS)
    return value;
  throw new InvalidSettingError([
    `The days of the history must be a whole number from 1 to ${MAX_HISTORY_DAYS.toLocaleString('en')}.`,
  ]);
}

/** How long it is kept what imports changed, as a setting. @see docs/domain.md, section 9 */
export const HISTORY_DAYS: SettingKind<number> = {
  label: 'Days of history',
  usual: DEFAULT_HISTORY_DAYS,
  check: checkHistoryDays,
  describe: (days, count) => `${count(days)} ${days === 1 ? 'day' : 'days'}`,
};
