import fc from 'fast-check';
import { dealValue, shownValue, toCents, toMoney } from './money.js';

describe('toCents', () => {
  it.each([
    [1.005, 101],
    [-1.005, -101],
    [0.005, 1],
    [0.004999, 0],
    [-0.001, 0],
    [4.35, 435],
    [8.345, 835],
    [1e-7, 0],
    [2.675, 268],
    [64000, 6_400_000],
    [999_999_999_999.99, 99_999_999_999_999],
    [999_999_999_999.995, null],
    [1e12, null],
    [-1e12, null],
    [Number.NaN, null],
    [Number.POSITIVE_INFINITY, null],
  ])('%d is %j cents', (amount, cents) => {
    expect(toCents(amount)).toBe(cents);
  });

  it('rounds the spelling, digit by digit', () => {
    const amount = fc.double({ min: -1e11, max: 1e11, noNaN: true }).filter((x) => !String(x).includes('e'));
    fc.assert(fc.property(amount, (x) => expect(toCents(x)).toBe(bySpelling(x))));
  });

  it('rounds halves of a cent away from zero', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e11 }), (cents) => {
        const half = Number(`${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}5`);
        expect(toCents(half)).toBe(bySpelling(half));
        expect(toCents(-half)).toBe(-bySpelling(half));
      }),
    );
  });

  it('does it once: money to the cent stays as it is', () => {
    const amount = fc.double({ min: -2e12, max: 2e12 });
    fc.assert(
      fc.property(amount, (x) => {
        const once = toMoney(x);
        expect(once === null ? null : toMoney(once)).toBe(once);
      }),
    );
  });
});

/** The slow way, by whole numbers only. */
function bySpelling(amount: number): number {
  const [whole = '', decimals = ''] = String(Math.abs(amount)).split('.');
  const thousandths = BigInt(whole + decimals.padEnd(3, '0').slice(0, 3));
  const cents = Number((thousandths + 5n) / 10n);
  return amount < 0 && cents > 0 ? -cents : cents;
}

describe('dealValue', () => {
  it.each([
    [100, 50, 100],
    [null, 50, 50],
    [0, 50, 50],
    [-5, 50, -5],
    [0, null, null],
    [null, null, null],
  ])('ARR %j, pipe %j: %j', (expected_arr, pipeline, value) => {
    expect(dealValue({ expected_arr, pipeline })).toBe(value);
  });

  it('shows a written 0, and nothing where nothing is written', () => {
    expect(shownValue({ expected_arr: 0, pipeline: null })).toBe(0);
    expect(shownValue({ expected_arr: null, pipeline: null })).toBe(null);
    expect(shownValue({ expected_arr: 0, pipeline: 50 })).toBe(50);
  });
});
