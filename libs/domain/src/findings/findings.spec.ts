import fc from 'fast-check';
import type { DealRow } from '../deal/deal.js';
import { fold } from '../normalise/fold.js';
import { DEAL_TYPES, STAGES } from '../normalise/vocabularies.js';
import { day } from '../period/day.js';
import { recordSetOf } from '../record-set/record-set-builder.js';
import { asking } from '../testing/asking.js';
import { aDealWith, someDeals } from '../testing/deals.js';
import { UnknownFindingError } from './errors.js';
import type { DataFinding } from './finding.js';
import { wholeOf } from '../metrics/engine/slices.js';
import { FINDING_CODES, findings, recordsOfFinding } from './findings.js';

const AS_OF = day('2026-11-22');

const found = (deals: DealRow[], ...others: DealRow[][]): Map<string, DataFinding> =>
  new Map(findings([deals, ...others].map(recordSetOf), asking()).map((finding) => [finding.code, finding]));

const counted = (code: string, deals: DealRow[]) => {
  const finding = found(deals).get(code);
  return finding ? [finding.count, finding.value] : null;
};

describe('worked examples', () => {
  it('counts an unknown stage, but not an empty one', () => {
    const deals = [
      aDealWith({ stage: 'On hold', expected_arr: 100 }),
      aDealWith({ stage: '' }),
      aDealWith({ stage: 'Lost' }),
    ];
    expect(counted('unknown_stage', deals)).toEqual([1, 100]);
  });

  it('counts deals without a stage with their pipe', () => {
    const deals = [
      aDealWith({ stage: '', pipeline: 50, expected_arr: 7 }),
      aDealWith({ stage: '', pipeline: 30 }),
      aDealWith({ stage: 'On hold', pipeline: 20 }),
    ];
    expect(counted('stage_missing', deals)).toEqual([2, 80]);
  });

  it('counts closed deals without ARR with their pipe', () => {
    const closed = { stage: 'A Closed', billing_start: AS_OF };
    const deals = [
      aDealWith({ ...closed, pipeline: 70 }),
      aDealWith({ ...closed, expected_arr: 0, pipeline: 5 }),
      aDealWith({ ...closed, expected_arr: 900 }),
    ];
    expect(counted('closed_without_arr', deals)).toEqual([2, 75]);
    expect(counted('closed_without_billing_start', deals)).toBeNull();
  });

  it('counts closed deals without billing start, whatever their ARR', () => {
    const deals = [
      aDealWith({ stage: 'A Closed', expected_arr: 900 }),
      aDealWith({ stage: 'A Closed' }),
      aDealWith({ stage: 'B Legals', expected_arr: 900 }),
    ];
    expect(counted('closed_without_billing_start', deals)).toEqual([2, 900]);
  });

  it('counts a POA before its discovery, not on the same day, not without one of the dates', () => {
    const deals = ['2026-09-09', '2026-09-10', '2026-09-11'].map((poa) =>
      aDealWith({ poa_date: day(poa), discovery_date: day('2026-09-10'), pipeline: 10 }),
    );
    const undated = [aDealWith({ poa_date: AS_OF }), aDealWith({ discovery_date: AS_OF })];
    expect(counted('poa_before_discovery', [...deals, ...undated])).toEqual([1, 10]);
  });

  it('counts a discovery after today', () => {
    const deals = [AS_OF, AS_OF + 1, null].map((discovery_date) =>
      aDealWith({ discovery_date, expected_arr: 10 }),
    );
    expect(counted('future_discovery', deals)).toEqual([1, 10]);
  });

  it('counts the pipe of stage E and B whose source has no row, and nothing that fell to 0 with age', () => {
    const old = { discovery_date: day('2026-01-01'), pipeline: 100 };
    const deals = [
      aDealWith({ ...old, stage: 'E Intro attended', type_of_source: 'Event', expected_arr: 7 }),
      aDealWith({ ...old, stage: 'B Legals' }),
      aDealWith({ ...old, stage: 'B Legals', pipeline: 0 }),
      aDealWith({ ...old, stage: 'E Intro attended', type_of_source: 'Client referral' }),
      aDealWith({ ...old, stage: 'D POA Booked' }),
      aDealWith({ ...old, stage: 'F Inbox' }),
    ];
    expect(counted('no_weight_row', deals)).toEqual([2, 200]);
  });

  it('counts attended active deals without a relevance', () => {
    const deals = [
      aDealWith({ stage: 'C Proposal sent', expected_arr: 50 }),
      aDealWith({ stage: 'C Proposal sent', show_noshow: 'Noshow' }),
      aDealWith({ stage: 'C Proposal sent', relevance: 'Question mark' }),
      aDealWith({ stage: 'F Inbox', show_noshow: 'Show' }),
    ];
    expect(counted('relevance_missing', deals)).toEqual([1, 50]);
  });

  it('counts deals in legals from the day after their weight fell', () => {
    const inLegals = (age: number, type_of_source: string | null) =>
      aDealWith({ stage: 'B Legals', discovery_date: AS_OF - age, type_of_source, expected_arr: 10 });
    const deals = [
      inLegals(45, 'Inbound'),
      inLegals(46, 'Inbound'),
      inLegals(16, 'Client referral'),
      inLegals(400, null),
    ];
    expect(counted('legals_past_age', deals)).toEqual([2, 20]);
  });

  it('counts deals whose meeting is over and whose stage did not move', () => {
    const deals = [
      aDealWith({ stage: 'D POA Booked', poa_date: AS_OF - 1, expected_arr: 1 }),
      aDealWith({ stage: 'D POA Booked', poa_date: AS_OF, expected_arr: 10 }),
      aDealWith({ stage: 'C Proposal sent', poa_date: AS_OF - 1, expected_arr: 100 }),
      aDealWith({ stage: 'F Inbox', discovery_date: AS_OF - 1, expected_arr: 1000 }),
      aDealWith({ stage: 'F Inbox', discovery_date: AS_OF - 1, show_noshow: 'Noshow' }),
      aDealWith({ stage: 'F Inbox', discovery_date: AS_OF }),
    ];
    expect(counted('past_column', deals)).toEqual([2, 1001]);
  });

  it('names people under several spellings, owners and BDRs apart, and lists the deals to correct, which move no money', () => {
    const deals = [
      aDealWith({ owner: 'Rémi', expected_arr: 1 }),
      aDealWith({ owner: 'REMI', expected_arr: 2 }),
      aDealWith({ owner: 'Rémi', bdr: 'Zoé', expected_arr: 4 }),
      aDealWith({ owner: 'Zoe', expected_arr: 8 }),
    ];
    expect(found(deals).get('owner_spellings')).toMatchObject({
      unit: 'people',
      count: 1,
      value: null,
      details: ['Rémi (2), REMI (1)'],
    });
    expect(found(deals).has('bdr_spellings')).toBe(false);
    const toCorrect = recordsOfFinding([recordSetOf(deals)], 'owner_spellings', asking());
    expect(wholeOf(toCorrect)).toEqual([{ set: 0, position: 1 }]);
  });

  it('sees one person under two spellings across the views of a master', () => {
    const spelled = found([aDealWith({ bdr: 'Inès' })], [aDealWith({ bdr: 'INES' })]).get('bdr_spellings');
    expect(spelled).toMatchObject({ count: 1, value: null, details: ['Inès (1), INES (1)'] });
  });

  it('counts a client that several views have, not one that a view has twice', () => {
    const one = [aDealWith({ client: 'Acmé', expected_arr: 1 }), aDealWith({ client: 'Globex' })];
    const other = [
      aDealWith({ client: 'ACME', expected_arr: 2 }),
      aDealWith({ client: 'acme', expected_arr: 4 }),
      aDealWith({ client: '' }),
    ];
    expect(found(one, other).get('client_in_several_views')).toMatchObject({
      unit: 'clients',
      count: 1,
      value: 7,
      details: [],
    });
    expect(found(other).has('client_in_several_views')).toBe(false);
  });

  it('compares names within the whole dataset, and lists what the filters keep', () => {
    const sets = [[aDealWith({ owner: 'Rémi' }), aDealWith({ owner: 'REMI', stage: 'Lost' })]].map(
      recordSetOf,
    );
    const question = asking({ filters: { stage: ['Lost'] } });
    expect(findings(sets, question).find(({ code }) => code === 'owner_spellings')?.count).toBe(1);
    expect(wholeOf(recordsOfFinding(sets, 'owner_spellings', question))).toEqual([{ set: 0, position: 1 }]);
  });

  it('finds nothing without records', () => {
    expect(findings([recordSetOf([])], asking())).toEqual([]);
    expect(findings([], asking())).toEqual([]);
  });

  it('puts most money first, in the list and among the records', () => {
    const deals = [
      aDealWith({ stage: 'A Closed', billing_start: AS_OF, pipeline: 5 }),
      aDealWith({ stage: 'On hold', expected_arr: 10 }),
      aDealWith({ stage: 'On hold', expected_arr: 30 }),
      aDealWith({ stage: 'On hold' }),
    ];
    const sets = [recordSetOf(deals)];
    expect(findings(sets, asking()).map(({ code }) => code)).toEqual(['unknown_stage', 'closed_without_arr']);
    const positions = wholeOf(recordsOfFinding(sets, 'unknown_stage', asking())).map(
      ({ position }) => position,
    );
    expect(positions).toEqual([2, 1, 3]);
  });

  it('refuses a code that it does not know, and names those it does', () => {
    const refused = () => wholeOf(recordsOfFinding([], 'bad_weather', asking()));
    expect(refused).toThrow(UnknownFindingError);
    expect(refused).toThrow(/"bad_weather".*closed_without_arr/);
  });
});

/* The same findings, written once more from their definitions over row objects. */
const OPEN_LATE = ['E Intro attended', 'D POA Booked', 'C Proposal sent', 'B Legals'];
const ageOf = ({ discovery_date }: DealRow) => Math.max(0, AS_OF - (discovery_date ?? AS_OF));
const rowOf = ({ stage, type_of_source }: DealRow) => {
  const rows = asking().weights.filter((row) => row.stage === stage);
  return rows.find(({ source }) => source === type_of_source) ?? rows.find(({ source }) => source === 'any');
};
const attends = ({ show_noshow, stage }: DealRow) =>
  show_noshow === 'Show' || (show_noshow === null && [...OPEN_LATE, 'A Closed'].includes(stage));
const NAIVE: Record<string, (deal: DealRow) => boolean> = {
  unknown_stage: ({ stage }) => stage !== '' && !STAGES.values.includes(stage),
  closed_without_arr: ({ stage, expected_arr }) => stage === 'A Closed' && (expected_arr ?? 0) <= 0,
  closed_without_billing_start: ({ stage, billing_start }) => stage === 'A Closed' && billing_start === null,
  poa_before_discovery: ({ poa_date, discovery_date }) =>
    poa_date !== null && discovery_date !== null && poa_date < discovery_date,
  future_discovery: ({ discovery_date }) => discovery_date !== null && discovery_date > AS_OF,
  stage_missing: ({ stage }) => stage === '',
  no_weight_row: (deal) =>
    ['E Intro attended', 'B Legals'].includes(deal.stage) && (deal.pipeline ?? 0) > 0 && !rowOf(deal),
  relevance_missing: (deal) =>
    OPEN_LATE.includes(deal.stage) && attends(deal) && (deal.relevance ?? '') === '',
  legals_past_age: (deal) =>
    deal.stage === 'B Legals' && ageOf(deal) > (rowOf(deal)?.after?.days ?? Infinity),
  past_column: ({ stage, poa_date, discovery_date, show_noshow }) =>
    stage === 'D POA Booked'
      ? poa_date !== null && poa_date < AS_OF
      : stage === 'F Inbox' && show_noshow === null && discovery_date !== null && discovery_date < AS_OF,
};
const centsOf = (code: string, { expected_arr, pipeline }: DealRow) => {
  if (code.endsWith('_spellings')) return 0;
  const isOfPipe = code === 'no_weight_row' || code === 'stage_missing';
  const money = isOfPipe || (expected_arr ?? 0) === 0 ? pipeline : expected_arr;
  return Math.round((money ?? 0) * 100);
};

describe('on any data', () => {
  it('agrees with a second, naive implementation', () => {
    fc.assert(
      fc.property(someDeals(), (deals) => {
        const all = found(deals);
        for (const [code, holds] of Object.entries(NAIVE)) {
          const meant = deals.filter(holds);
          const cents = meant.reduce((sum, deal) => sum + centsOf(code, deal), 0);
          const expected = meant.length === 0 ? undefined : { count: meant.length, value: cents / 100 };
          const { count, value } = all.get(code) ?? {};
          expect([code, count, value]).toEqual([code, expected?.count, expected?.value]);
        }
      }),
    );
  });

  it('agrees with a naive comparison of the names of people and clients', () => {
    fc.assert(
      fc.property(someDeals(), someDeals(), (one, other) => {
        const all = found(one, other);
        for (const field of ['owner', 'bdr'] as const) {
          const written = Map.groupBy(new Set([...one, ...other].flatMap((deal) => deal[field] ?? [])), fold);
          const doubtful = [...written.values()].filter(({ length }) => length > 1).length;
          expect(all.get(`${field}_spellings`)?.count ?? 0).toBe(doubtful);
        }
        const clients = (deals: DealRow[]) => new Set(deals.map(({ client }) => fold(client)));
        const shared = [...clients(one)].filter((client) => clients(other).has(client)).length;
        expect(all.get('client_in_several_views')?.count ?? 0).toBe(shared);
      }),
    );
  });

  it('lists as many records, with as much money, as the finding says', () => {
    fc.assert(
      fc.property(someDeals(), someDeals(), (one, other) => {
        const rows = [one, other];
        const sets = rows.map(recordSetOf);
        const all = new Map(findings(sets, asking()).map((finding) => [finding.code, finding]));
        for (const code of FINDING_CODES) {
          const refs = wholeOf(recordsOfFinding(sets, code, asking()));
          const cents = refs.map(({ set, position }) => centsOf(code, rows[set]![position]!));
          const finding = all.get(code);
          expect(cents.reduce((sum, each) => sum + each, 0)).toBe(Math.round((finding?.value ?? 0) * 100));
          if (finding?.unit === 'deals') expect(refs).toHaveLength(finding.count);
          expect(refs.length > 0).toBe(finding !== undefined);
        }
      }),
    );
  });

  it('adds up over views and over filters, where deals are counted', () => {
    fc.assert(
      fc.property(someDeals(), someDeals(), (one, other) => {
        const sets = [one, other].map(recordSetOf);
        const types = [...DEAL_TYPES.values, '', 'other'].map((type) => ({ type_of_deal: [type] }));
        const parts = (question: Parameters<typeof findings>[1][], of: (typeof sets)[]) =>
          question.flatMap((each) => of.flatMap((some) => findings(some, each)));
        const whole = dealsOnly(findings(sets, asking()));
        expect(dealsOnly(parts([asking()], [[sets[0]!], [sets[1]!]]))).toEqual(whole);
        expect(
          dealsOnly(
            parts(
              types.map((filters) => asking({ filters })),
              [sets],
            ),
          ),
        ).toEqual(whole);
      }),
    );
  });

  it('does not depend on the order of the rows', () => {
    fc.assert(
      fc.property(someDeals(), (deals) => {
        const numbers = (rows: DealRow[]) =>
          [...found(rows).values()].map(({ code, count, value }) => ({ code, count, value }));
        expect(numbers(deals.toReversed())).toEqual(numbers(deals));
      }),
    );
  });
});

/** Count and cents by code. */
function dealsOnly(all: readonly DataFinding[]): Map<string, [number, number]> {
  const sums = new Map<string, [number, number]>();
  for (const { code, unit, count, value } of all.toSorted((a, b) => a.code.localeCompare(b.code))) {
    const [counts, cents] = sums.get(code) ?? [0, 0];
    if (unit === 'deals') sums.set(code, [counts + count, cents + Math.round((value ?? 0) * 100)]);
  }
  return sums;
}
