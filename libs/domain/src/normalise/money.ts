import type { Deal } from '../deal/deal.js';

/** Amounts of so much and more, in either sign, are unreadable. Currency. @see docs/domain.md, section 1 */
const UNREADABLE_FROM = 1e12;

/**
 * An amount in whole cents, halves away from zero of the shortest decimal spelling of the double: 1.005 is 101.
 *
 * @param amount currency
 * @returns whole cents; null when the amount is 1e12 or more in either sign, or no number
 * @see docs/domain.md, section 1
 */
export function toCents(amount: number): number | null {
  const size = Math.abs(amount);
  if (!(size < UNREADABLE_FROM)) return null;
  const cents = Number.isInteger(size) ? size * 100 : roundedCents(size);
  if (cents >= UNREADABLE_FROM * 100) return null; // rounded up to the limit
  return amount < 0 && cents !== 0 ? -cents : cents;
}

/**
 * An amount kept to the cent.
 *
 * @param amount currency
 * @returns currency, at most two decimals; null as in {@link toCents}
 */
export function toMoney(amount: number): number | null {
  const cents = toCents(amount);
  return cents === null ? null : cents / 100;
}

/**
 * What a deal is worth: its ARR, or its pipe where the ARR is missing (null or 0). Currency; null without either.
 *
 * @see docs/domain.md, section 1
 */
export function dealValue(deal: Pick<Deal, 'expected_arr' | 'pipeline'>): number | null {
  return deal.expected_arr === null || deal.expected_arr === 0 ? deal.pipeline : deal.expected_arr;
}

/** What a list shows of a deal's value: nothing for a deal without one, but a 0 that was written stays one. */
export function shownValue(deal: Pick<Deal, 'expected_arr' | 'pipeline'>): number | null {
  return dealValue(deal) ?? deal.expected_arr;
}

/* Multiplying errs by far less than 0.1 cent below the limit: only near a half does the spelling decide. */
function roundedCents(size: number): number {
  const product = size * 100;
  const cents = Math.floor(product);
  const rest = product - cents;
  if (rest < 0.4) return cents;
  return rest > 0.6 || spellsAtLeastHalf(size) ? cents + 1 : cents;
}

/* In spellings such as 1e-7 or 1.5e-7 the amount is far from half a cent and never gets here. */
function spellsAtLeastHalf(size: number): boolean {
  const third = String(size).split('.')[1]?.charAt(2) ?? '';
  return third >= '5' && third <= '9';
}
