import type { DealRow } from '../deal.js';
import { recordSetOf } from '../record-set/record-set-builder.js';
import { asking } from '../testing/asking.js';
import { aDealWith } from '../testing/deals.js';
import { entered } from '../testing/half.js';
import { metricOf } from './catalogue/catalogue.js';
import { leftOutOf } from './left-out.js';

const UNDATED = 'deals without a discovery date';

describe('what is left out', () => {
  const undated = (fields: Partial<DealRow> = {}) => aDealWith({ discovery_date: null, ...fields });
  const deals = [
    entered({ show_noshow: 'Noshow' }),
    undated(),
    undated({ relevance: 'Relevant', show_noshow: 'Show' }),
    undated({ stage: 'D POA Booked', show_noshow: 'Show' }),
    undated({ stage: 'C Proposal sent', show_noshow: 'Noshow' }),
    undated({ stage: 'B Legals', show_noshow: 'Noshow' }),
  ];

  it.each([
    ['attendance.rate', 5],
    ['relevance.rate', 5],
    ['conversion.intro_to_poa', 2],
    ['conversion.poa_to_close', 3],
  ])('of %s are, for one reason, those of its denominator: its records are behind it', (id, count) => {
    const found = leftOutOf([recordSetOf(deals)], metricOf(id), asking());
    expect(found.filter(({ reason }) => reason === UNDATED)).toMatchObject([{ count }]);
  });

  it('of a rate are also those that only its numerator leaves out', () => {
    const reasons = leftOutOf([recordSetOf(deals)], metricOf('attendance.rate'), asking());
    expect(reasons.map(({ reason, count }) => [reason, count])).toEqual([
      ['no-shows', 1],
      ['deals without a discovery date', 5],
    ]);
  });
});
