import type { MetricUnit } from '@app/contracts';

const NOTHING = '–';
const FEW = new Intl.NumberFormat('en-US', { maximumFractionDigits: 1 });
const COUNT = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });
const SHARE = new Intl.NumberFormat('en-US', { style: 'percent', maximumFractionDigits: 0 });
const MONEY = new Intl.NumberFormat('en-US', {
  style: 'currency',
  currency: 'USD',
  maximumFractionDigits: 0,
});
const COMPACT = new Intl.NumberFormat('en-US', {
  style: 'currency',
  currency: 'USD',
  notation: 'compact',
  maximumSignificantDigits: 3,
});

type Value = number | null | undefined;

/** Money as the cards write it: three significant digits, K and M. */
export const compactMoney = (value: Value): string => written(COMPACT, value);

/** A count as the cards write it. */
export const count = (value: Value): string => written(countFormat(value), value);

/** A number as a card writes it. */
export const short = (value: Value, unit: MetricUnit): string =>
  unit === 'money' ? compactMoney(value) : long(value, unit);

/** A number as a table writes it. */
export const long = (value: Value, unit: MetricUnit): string =>
  unit === 'ratio' && isUnderOnePercent(value)
    ? '<1%'
    : written({ count: countFormat(value), ratio: SHARE, money: MONEY }[unit], value);

/** A plan of a few is no whole number where it is over part of a month. */
const countFormat = (value: Value) => (Math.abs(value ?? 0) < 10 ? FEW : COUNT);

/** A small share is never written as 0 %. */
const isUnderOnePercent = (value: Value): boolean => typeof value === 'number' && value > 0 && value < 0.005;

/** A number of deals as text. */
export const deals = (value: number): string => `${count(value)} ${value === 1 ? 'deal' : 'deals'}`;

const written = (format: Intl.NumberFormat, value: Value): string =>
  value === null || value === undefined ? NOTHING : format.format(value === 0 ? 0 : value).replace('-', '−');
