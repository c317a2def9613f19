import { InvalidSettingError } from './invalid-setting-error.js';
import type { SettingKind } from './setting-kind.js';

/** What `revenue.ytd` runs over: the calendar year of today, or its half. */
export type RevenueSpan = 'year' | 'half';

const SPANS: Readonly<Record<RevenueSpan, string>> = { year: 'The calendar year', half: 'The half-year' };

/**
 * Checks a revenue span that came from outside.
 *
 * @throws InvalidSettingError
 */
export function checkRevenueSpan(value: unknown): RevenueSpan {
  if (value === 'year' || value === 'half') return value;
  throw new InvalidSettingError([`The revenue span must be ${Object.keys(SPANS).join(' or ')}.`]);
}

/** The revenue span as a setting: a year in a new installation. @see docs/domain.md, section 5 */
export const REVENUE_SPAN: SettingKind<RevenueSpan> = {
  label: 'Revenue to date',
  usual: 'year',
  check: checkRevenueSpan,
  describe: (span) => SPANS[span],
};
