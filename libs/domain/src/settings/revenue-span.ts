import { InvalidSettingError } from './invalid-setting-error.js';

/** What `revenue.ytd` runs over: the calendar year of today, or its half. */
export type RevenueSpan = 'year' | 'half';

/** What `revenue.ytd` of a new installation runs over. @see docs/domain.md, section 5 */
export const DEFAULT_REVENUE_SPAN: RevenueSpan = 'year';

const SPANS: readonly RevenueSpan[] = ['year', 'half'];

/**
 * Checks a revenue span that came from outside.
 *
 * @throws InvalidSettingError
 */
export function checkRevenueSpan(value: unknown): RevenueSpan {
  const found = SPANS.find((span) => span === value);
  if (found === undefined) throw new InvalidSettingError([`The revenue span must be ${SPANS.join(' or ')}.`]);
  return found;
}
