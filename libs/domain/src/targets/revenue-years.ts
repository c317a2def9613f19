import { child, targetAt, targetValue } from './stored-value.js';
import { MONTH_KEYS, NO_TARGET, type ResolvedTarget, type RevenueYear } from './target-set.js';

const REVENUE_KEY = /^revenue_(\d{4})$/;

/** The only year that the legacy half-year figure was used for. */
const LEGACY_YEAR = '2025';
const LEGACY_KEY = 'dashboard.objectif_6_mois';

/** July to December in thousandths of the half-year; the last takes what rounding leaves. */
const SEASONALITY = [103n, 88n, 122n, 240n, 186n, 261n];

/**
 * The monthly revenue targets of every year that is stored.
 *
 * @see docs/domain.md, section 6
 */
export function revenueYears(stored: unknown): Record<string, RevenueYear> {
  const years: Record<string, RevenueYear> = {};
  for (const key of keysOf(stored)) {
    const year = REVENUE_KEY.exec(key)?.[1];
    const months = child(stored, key);
    if (year !== undefined && typeof months === 'object' && months !== null)
      years[year] = monthsOf(key, months);
  }
  const legacy = hasNumber(years[LEGACY_YEAR]) ? null : legacyYear(stored);
  return legacy ? { ...years, [LEGACY_YEAR]: legacy } : years;
}

function monthsOf(key: string, months: unknown): RevenueYear {
  return MONTH_KEYS.map((month) => {
    const value = targetValue(child(months, month));
    return value === null ? NO_TARGET : { value, origin: `${key}.${month}` };
  });
}

function legacyYear(stored: unknown): RevenueYear | null {
  const half = targetAt(stored, LEGACY_KEY);
  if (half === null) return null;
  return [
    ...Array<ResolvedTarget>(6).fill(NO_TARGET),
    ...splitHalf(half).map((value) => ({ value, origin: LEGACY_KEY })),
  ];
}

/**
 * A half-year figure as its six months, to the cent; the remainder goes to December, so that the sum is exact.
 *
 * @param half currency, at least 0
 * @returns July to December, currency
 * @see docs/domain.md, section 6
 */
export function splitHalf(half: number): number[] {
  const total = BigInt(Math.round(Number(half.toFixed(2)) * 100));
  const months = SEASONALITY.map((share) => (total * share + 500n) / 1000n);
  const before = months.slice(0, -1).reduce((sum, month) => sum + month, 0n);
  return [...months.slice(0, -1), total - before].map((cents) => Number(cents) / 100);
}

const hasNumber = (year: RevenueYear | undefined) => year?.some(({ value }) => value !== null) ?? false;

const keysOf = (stored: unknown) =>
  typeof stored === 'object' && stored !== null ? Object.keys(stored) : [];
