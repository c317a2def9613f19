import fc from 'fast-check';
import { metricValues } from '../metrics/values/metric-values.js';
import { day } from '../period/day.js';
import { recordSetOf } from '../record-set/record-set-builder.js';
import { asking } from '../testing/asking.js';
import { aDealWith, someDeals } from '../testing/deals.js';
import { DEFAULT_WEIGHTS, type WeightTable } from '../weighting/weight-table.js';
import { weightsEffect } from './weights-effect.js';

const asOf = day('2026-11-22');
const QUARTER: WeightTable = [{ stage: 'D POA Booked', source: 'any', weight: 0.25, after: null }];

const booked = (pipeline: number) => aDealWith({ stage: 'D POA Booked', pipeline });

describe('weightsEffect', () => {
  it('weighs the open pipe of each set by both tables, and counts what has no row in the tried one', () => {
    const sets = [
      recordSetOf([
        booked(100),
        aDealWith({ stage: 'E Intro attended', type_of_source: 'Inbound', pipeline: 40 }),
      ]),
      recordSetOf([booked(10.01), aDealWith({ stage: 'A Closed', pipeline: 7 })]),
    ];
    expect(weightsEffect(sets, { saved: DEFAULT_WEIGHTS, tried: QUARTER, asOf })).toEqual({
      // 50 + 40 x 0.35, and 5.005 rounded away from zero
      views: [
        { before: 64, after: 25 },
        { before: 5.01, after: 2.5 },
      ],
      before: 69.01,
      after: 27.5,
      without_row_deals: 1,
      without_row_pipe: 40,
    });
  });

  it('is 0 without records', () => {
    expect(weightsEffect([], { saved: DEFAULT_WEIGHTS, tried: QUARTER, asOf })).toEqual({
      views: [],
      before: 0,
      after: 0,
      without_row_deals: 0,
      without_row_pipe: 0,
    });
  });

  it('gives the number that the catalogue has under each table, whatever the period', () => {
    fc.assert(
      fc.property(fc.array(someDeals(20), { maxLength: 3 }), (views) => {
        const sets = views.map(recordSetOf);
        const shown = (weights: WeightTable) =>
          metricValues(sets, asking({ weights, asOf }), null)['pipe.active_weighted']?.value;
        const { before, after } = weightsEffect(sets, { saved: DEFAULT_WEIGHTS, tried: QUARTER, asOf });
        expect([before, after]).toEqual([shown(DEFAULT_WEIGHTS), shown(QUARTER)]);
      }),
      { numRuns: 60 },
    );
  });
});
