import fc from 'fast-check';
import type { DealRow } from '../deal/deal.js';
import { day } from '../period/day.js';
import { recordSetOf } from '../record-set/record-set-builder.js';
import { asking } from '../testing/asking.js';
import { aDealWith, someDeals } from '../testing/deals.js';
import { agenda } from './agenda.js';

const TODAY = day('2026-11-22');

/** Kind and client of each item. */
const listed = (...views: DealRow[][]) =>
  agenda(views.map(recordSetOf), asking()).map(
    ({ kind, ref }) => `${kind} ${views[ref.set]?.[ref.position]?.client ?? ''}`,
  );

const poa = (client: string, poa_date: number, fields: Partial<DealRow> = {}) =>
  aDealWith({ client, stage: 'D POA Booked', poa_date, ...fields });

it('lists POA from today to the sixth day after, by date, then by value', () => {
  const deals = [
    poa('yesterday', TODAY - 1, { billing_start: TODAY }),
    poa('last', TODAY + 6),
    poa('too late', TODAY + 7),
    poa('small', TODAY, { expected_arr: 5 }),
    poa('none', TODAY),
    poa('large', TODAY, { pipeline: 9, stage: 'B Legals' }),
    poa('early stage', TODAY, { stage: 'E Intro attended' }),
  ];
  expect(listed(deals)).toEqual(['poa large', 'poa small', 'poa none', 'poa last']);
});

it('lists intros that did not take place yet, among the POA by date', () => {
  const intro = (client: string, discovery_date: number, fields: Partial<DealRow> = {}) =>
    aDealWith({ client, stage: 'F Inbox', discovery_date, ...fields });
  const deals = [
    intro('later', TODAY + 2),
    intro('done', TODAY, { show_noshow: 'Show' }),
    intro('missed', TODAY, { show_noshow: 'Noshow' }),
    intro('at E', TODAY, { stage: 'E Intro attended' }),
    poa('between', TODAY + 1),
    intro('past', TODAY - 1),
  ];
  expect(listed(deals)).toEqual(['intro at E', 'poa between', 'intro later']);
});

it('lists waiting deals by value, each once: past their age, or else without a date ahead', () => {
  const late = { stage: 'B Legals', type_of_source: 'Inbound', discovery_date: TODAY - 46 };
  const deals = [
    aDealWith({ client: 'old', ...late, expected_arr: 10 }),
    aDealWith({ client: 'proposal', stage: 'C Proposal sent', expected_arr: 30 }),
    aDealWith({ client: 'billed soon', stage: 'C Proposal sent', billing_start: TODAY }),
    aDealWith({ client: 'passed', stage: 'D POA Booked', poa_date: TODAY - 1, expected_arr: 20 }),
    aDealWith({ client: 'intro', stage: 'E Intro attended' }),
  ];
  expect(listed(deals)).toEqual(['no_next_date proposal', 'no_next_date passed', 'legals_past_age old']);
  const items = agenda([recordSetOf(deals)], asking());
  expect(items.map(({ date, days }) => [date, days])).toEqual([
    [null, 0],
    [null, 0],
    [null, 46],
  ]);
});

it('says the day of a meeting, and follows filters over several views', () => {
  const views = [
    [poa('mine', TODAY + 3, { owner: 'Zoé' })],
    [poa('other', TODAY + 1), poa('first', TODAY, { owner: 'ZOE' })],
  ];
  const question = asking({ filters: { owner: ['zoe'] } });
  expect(agenda(views.map(recordSetOf), question)).toEqual([
    { kind: 'poa', date: TODAY, days: null, ref: { set: 1, position: 1 } },
    { kind: 'poa', date: TODAY + 3, days: null, ref: { set: 0, position: 0 } },
  ]);
  expect(agenda([], asking())).toEqual([]);
});

it('agrees with a naive implementation, and lists each waiting deal once', () => {
  const ahead = (date: number | null) => date !== null && date >= TODAY;
  const soon = (date: number | null) => date !== null && date >= TODAY && date <= TODAY + 6;
  const late = ['D POA Booked', 'C Proposal sent', 'B Legals'];
  const isNext = ({ stage, poa_date, billing_start }: DealRow) =>
    late.includes(stage) && !ahead(poa_date) && !ahead(billing_start);
  fc.assert(
    fc.property(someDeals(), (deals) => {
      const items = agenda([recordSetOf(deals)], asking());
      const of = (kind: string) => items.filter((item) => item.kind === kind).map(({ ref }) => ref.position);
      const places = (holds: (deal: DealRow) => boolean) =>
        deals.flatMap((deal, position) => (holds(deal) ? [position] : []));
      expect(of('poa').toSorted(asNumbers)).toEqual(
        places(({ stage, poa_date }) => late.includes(stage) && soon(poa_date)),
      );
      expect(of('intro').toSorted(asNumbers)).toEqual(
        places(
          ({ stage, show_noshow, discovery_date }) =>
            ['F Inbox', 'E Intro attended'].includes(stage) && show_noshow === null && soon(discovery_date),
        ),
      );
      const waiting = [...of('legals_past_age'), ...of('no_next_date')];
      expect(new Set(waiting).size).toBe(waiting.length);
      const past = new Set(of('legals_past_age'));
      expect(of('no_next_date').toSorted(asNumbers)).toEqual(
        places(isNext).filter((position) => !past.has(position)),
      );
    }),
  );
});

const asNumbers = (one: number, other: number) => one - other;
