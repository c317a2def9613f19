import { readAmount } from '@app/domain/normalise';
import { dayOf, yearOf as yearHolding } from '@app/domain/period';
import {
  MONTH_KEYS,
  NO_TARGET,
  type Spread,
  type TargetSet,
  copiedYear,
  revenueTargetOver,
  spreadHalf,
} from '@app/domain/targets';
import { fieldsOfYear } from './fields';
import { written } from './rows';

/** Months of a year as a tool would fill them. */
export interface Plan {
  year: string;
  months: PlannedMonth[];
  /** Of the whole year, currency. */
  sumBefore: number | null;
  sumAfter: number | null;
}

/** A month that a tool would fill. Currency. */
interface PlannedMonth {
  /** Id of its field. */
  id: string;
  before: number | null;
  after: number;
}

export type Half = 'H1' | 'H2';

/**
 * Plans a year as a percentage of another one; months without a target are skipped.
 *
 * @param percent such as 110; an invalid percentage plans nothing
 */
export function copyPlan(targets: TargetSet, from: string, to: string, percent: string): Plan | null {
  const factor = factorOf(percent);
  if (factor === null || !isYear(to)) return null;
  return planOf(targets, to, copiedYear(targets, from, factor));
}

/** Spreads a half-year figure over its six months. */
export function spreadPlan(
  targets: TargetSet,
  year: string,
  half: Half,
  figure: number,
  spread: Spread,
): Plan {
  const months = spreadHalf(figure, spread);
  const others = Array<null>(months.length).fill(null);
  return planOf(targets, year, half === 'H1' ? [...months, ...others] : [...others, ...months]);
}

/** The fields of a plan with their texts. */
export function textsOf({ months }: Plan): [id: string, text: string][] {
  return months.map(({ id, after }) => [id, written(after)]);
}

/** The factor of a percentage: 1.1 for `110`; null if invalid. Shifts the decimal point in the text to stay exact. */
export function factorOf(percent: string): number | null {
  const amount = readAmount(percent.trim())?.amount ?? null;
  return amount === null || amount < 0 ? null : Number(`${amount}e-2`);
}

export function isYear(text: string): boolean {
  return /^[1-9]\d{3}$/.test(text);
}

function planOf(targets: TargetSet, year: string, values: readonly (number | null)[]): Plan {
  const before = targets.revenue[year] ?? MONTH_KEYS.map(() => NO_TARGET);
  const months = fieldsOfYear(year).flatMap(({ id }, at) => {
    const after = values[at] ?? null;
    return after === null ? [] : [{ id, before: before[at]?.value ?? null, after }];
  });
  const after = before.map((month, at) => ({ ...month, value: values[at] ?? month.value }));
  return {
    year,
    months,
    sumBefore: yearSum(targets, year),
    sumAfter: yearSum({ ...targets, revenue: { ...targets.revenue, [year]: after } }, year),
  };
}

function yearSum(targets: TargetSet, year: string): number | null {
  const first = dayOf(Number(year), 1, 1);
  return first === null ? null : revenueTargetOver(targets, yearHolding(first));
}
