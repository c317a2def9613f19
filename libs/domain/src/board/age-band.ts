/** How long a deal has been under way, as a board shows it. @see docs/domain.md, section 8 */
export type AgeBand = 'fresh' | 'aging' | 'stale';

const AGING_FROM = 30;
const STALE_FROM = 60;

/**
 * Fresh under 30 days, aging from 30 to 59, stale from 60.
 *
 * @param age whole days since the discovery date
 * @see docs/domain.md, section 8
 */
export function ageBand(age: number): AgeBand {
  if (age < AGING_FROM) return 'fresh';
  return age < STALE_FROM ? 'aging' : 'stale';
}
