import { InvalidSettingError } from './invalid-setting-error.js';
import type { SettingKind } from './setting-kind.js';

/** How long a new installation keeps who did what. */
const DEFAULT_AUDIT_DAYS = 400;
/** Whoever can change the setting must not thereby remove the record of what they did last week. */
const MIN_AUDIT_DAYS = 30;
/** A hundred years. */
const MAX_AUDIT_DAYS = 36_500;

/**
 * Checks a number of days that came from outside.
 *
 * @throws InvalidSettingError
 */
export function checkAuditDays(value: unknown): number {
  const isDays = typeof value === 'number' && Number.isInteger(value);
  if (isDays && value >= MIN_AUDIT_DAYS && value <= MAX_AUDIT_DAYS) return value;
  throw new InvalidSettingError([
    `The days of the audit log must be a whole number from ${MIN_AUDIT_DAYS} to ${MAX_AUDIT_DAYS.toLocaleString('en')}.`,
  ]);
}

/** How long entries of the audit log are kept, as a setting. @see docs/domain.md, section 9 */
export const AUDIT_DAYS: SettingKind<number> = {
  label: 'Days of the audit log',
  usual: DEFAULT_AUDIT_DAYS,
  check: checkAuditDays,
  describe: (days, count) => `${count(days)} days`,
};
