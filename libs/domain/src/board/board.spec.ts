import { recordSetOf } from '../record-set/record-set-builder.js';
import { asking } from '../testing/asking.js';
import { aDealWith } from '../testing/deals.js';
import { boardColumn, dealPipeline } from './board.js';
import { UnknownBoardColumnError } from './board-columns.js';

const sets = [
  recordSetOf([
    aDealWith({ stage: 'F Inbox', client: 'Beta', pipeline: 10 }),
    aDealWith({ stage: 'E Intro attended', client: 'alpha', expected_arr: 10 }),
    aDealWith({ stage: 'E Intro attended', show_noshow: 'Noshow', pipeline: 99 }),
    aDealWith({ stage: 'F Inbox', show_noshow: 'Noshow' }),
    aDealWith({ stage: 'D POA Booked', pipeline: -5, owner: 'Zoé' }),
    aDealWith({ stage: 'A Closed', expected_arr: 5 }),
  ]),
  recordSetOf([
    aDealWith({ stage: 'Inbox of old', pipeline: 3 }),
    aDealWith({ stage: 'F Inbox', pipeline: 20 }),
  ]),
];

describe('the deal pipeline', () => {
  it('has a column for each stage, and none for an intro that did not take place', () => {
    const columns = dealPipeline(sets, asking());
    expect(columns.map(({ id, label, deals, value }) => [id, label, deals, value])).toEqual([
      ['intro', 'Intro', 4, 40],
      ['poa_booked', 'POA booked', 1, -5],
      ['proposal_sent', 'Proposal sent', 0, 0],
      ['legal', 'Legal', 0, 0],
    ]);
    for (const column of columns)
      expect(column).toMatchObject({ projected: null, goal: null, progress: null });
    expect(columns[0]?.stages).toEqual(['F Inbox', 'E Intro attended']);
  });

  it('orders a column by value, then by client; deals without value come last', () => {
    expect(boardColumn(sets, 'intro', asking())).toEqual([
      { set: 1, position: 1 },
      { set: 0, position: 1 },
      { set: 0, position: 0 },
      { set: 0, position: 3 },
    ]);
  });

  it('follows filters', () => {
    const filters = { owner: ['zoe'] };
    expect(dealPipeline(sets, { filters }).map(({ deals }) => deals)).toEqual([0, 1, 0, 0]);
    expect(boardColumn(sets, 'poa_booked', { filters })).toEqual([{ set: 0, position: 4 }]);
  });

  it('shows the first twenty cards of a long column', () => {
    const many = [
      recordSetOf(Array.from({ length: 30 }, () => aDealWith({ stage: 'B Legals', pipeline: 1 }))),
    ];
    const legal = dealPipeline(many, asking()).at(-1);
    expect([legal?.deals, legal?.value]).toEqual([30, 30]);
    expect(legal?.cards.map(({ deal }) => deal.position)).toEqual(Array.from({ length: 20 }, (_, at) => at));
  });

  it('refuses a column that no board has', () => {
    expect(() => boardColumn(sets, 'delayed', asking())).toThrow(UnknownBoardColumnError);
  });
});
