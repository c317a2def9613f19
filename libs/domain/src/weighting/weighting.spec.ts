import fc from 'fast-check';
import { day } from '../period/day.js';
import { checkWeights, InvalidWeightsError } from './check-weights.js';
import { ageOf, weightOf } from './weight-of.js';
import { DEFAULT_WEIGHTS } from './weight-table.js';
import { tenThousandths, weightedCents } from './weighted-cents.js';

const weigh = (stage: string, source: string | null, age: number) =>
  weightOf(DEFAULT_WEIGHTS, stage, source, age);

describe('ageOf', () => {
  const asOf = day('2026-11-22');

  it('counts whole days, and 0 without a date or with one ahead', () => {
    expect([day('2026-11-01'), asOf, asOf + 5, null].map((discovery) => ageOf(discovery, asOf))).toEqual([
      21, 0, 0, 0,
    ]);
  });
});

describe('weightOf', () => {
  it.each([
    ['E Intro attended', 'Outbound', 180, 0.15],
    ['E Intro attended', 'Outbound', 181, 0.17],
    ['E Intro attended', 'Inbound', 90, 0.35],
    ['E Intro attended', 'Inbound', 91, 0.33],
    ['E Intro attended', 'Client referral', 30, 0.7],
    ['E Intro attended', 'Client referral', 31, 0],
    ['E Intro attended', 'Internal referral', 30, 0.6],
    ['E Intro attended', 'Internal referral', 31, 0],
    ['E Intro attended', 'Partnership', 60, 0.4],
    ['E Intro attended', 'Partnership', 61, 0.25],
    ['E Intro attended', 'Event', 0, 0],
    ['D POA Booked', 'Event', 900, 0.5],
    ['D POA Booked', null, 0, 0.5],
    ['C Proposal sent', 'Outbound', 90, 0.5],
    ['C Proposal sent', null, 91, 0.3],
    ['B Legals', 'Client referral', 15, 0.9],
    ['B Legals', 'Client referral', 16, 0],
    ['B Legals', 'Internal referral', 15, 0.85],
    ['B Legals', 'Internal referral', 16, 0],
    ['B Legals', 'Inbound', 45, 0.9],
    ['B Legals', 'Outbound', 46, 0.75],
    ['B Legals', 'Partnership', 30, 0.8],
    ['B Legals', 'Partnership', 31, 0.5],
    ['B Legals', 'Business partner', 1, 0],
    ['F Inbox', 'Inbound', 0, 0],
    ['A Closed', 'Inbound', 0, 0],
    ['', null, 0, 0],
  ])('%s from %s after %i days: %d', (stage, source, age, weight) => {
    expect(weigh(stage, source, age)).toBe(weight);
  });

  it('takes a row that names the source before one for any', () => {
    const table = [
      { stage: 'D POA Booked', source: 'any', weight: 0.5, after: null },
      { stage: 'D POA Booked', source: 'Event', weight: 0.2, after: null },
    ];
    expect([
      weightOf(table, 'D POA Booked', 'Event', 0),
      weightOf(table, 'D POA Booked', 'Inbound', 0),
    ]).toEqual([0.2, 0.5]);
  });
});

describe('weightedCents', () => {
  it.each([
    ['1,000.00 at 15 %', 100_000, 0.15, 15_000],
    ['0.10 at 15 %: a half cent goes up', 10, 0.15, 2],
    ['-0.10 at 15 %: away from zero', -10, 0.15, -2],
    ['0.03 at 17 %', 3, 0.17, 1],
    ['0.02 at 17 %', 2, 0.17, 0],
  ])('%s', (_, cents, weight, expected) => {
    expect(weightedCents(cents, tenThousandths(weight))).toBe(expected);
  });

  it('is exact up to the greatest amount there is', () => {
    const cents = fc.integer({ min: -(1e14 - 1), max: 1e14 - 1 });
    fc.assert(
      fc.property(cents, fc.integer({ min: 0, max: 10_000 }), (amount, weight) => {
        const product = BigInt(Math.abs(amount)) * BigInt(weight);
        const expected = Number((product + 5_000n) / 10_000n) * (amount < 0 ? -1 : 1);
        expect(weightedCents(amount, weight) + 0).toBe(expected + 0);
      }),
    );
  });
});

describe('checkWeights', () => {
  const row = {
    stage: 'E Intro attended',
    source: 'Inbound',
    weight: 0.35,
    after: { days: 90, weight: 0.33 },
  };

  it('accepts the default table', () => {
    expect(checkWeights(DEFAULT_WEIGHTS)).toEqual(DEFAULT_WEIGHTS);
  });

  it.each([
    ['a stage nobody knows', { ...row, stage: 'Z' }, 'stage'],
    ['a source nobody knows', { ...row, source: 'Billboard' }, 'source'],
    ['five decimals', { ...row, weight: 0.12345 }, 'four decimals'],
    ['more than the whole', { ...row, weight: 1.1 }, 'from 0 to 1'],
    ['a negative later weight', { ...row, after: { days: 1, weight: -0.1 } }, 'later weight'],
    ['half a day', { ...row, after: { days: 0.5, weight: 0 } }, 'days'],
    ['no row', 'E', 'not a row'],
    ['no later weight at all', { ...row, after: undefined }, 'neither null nor'],
  ])('refuses %s', (_, fault, message) => {
    expect(() => checkWeights([row, fault])).toThrow(InvalidWeightsError);
    expect(() => checkWeights([row, fault])).toThrow(`Row 2: `);
    expect(() => checkWeights([row, fault])).toThrow(message);
  });

  it('refuses a row that stands twice, and what is no table', () => {
    expect(() => checkWeights([row, row])).toThrow('Row 2: E Intro attended with Inbound stands twice.');
    expect(() => checkWeights({})).toThrow('not a list');
  });
});
