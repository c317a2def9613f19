import fc from 'fast-check';
import { fold } from '../normalise/fold.js';
import { aBoardDeal, eachOnce, someBoardDeals, somePreferences } from '../testing/boards.js';
import { apartDeals, cardsOf, doubtfulEntries, placedDeals } from './applied-board.js';
import { applyBoard } from './apply-board.js';
import type { BoardKind } from './board-columns.js';
import { type BoardDeal, boardKey, startColumn } from './board-deal.js';
import { savedBoardOf } from './save-board.js';
import { type SavedBoard, savedDealsOf } from './saved-board.js';
import { soughtDeals } from './sought-deals.js';
import { readSavedBoard } from './stored-board.js';

const projections = (columns: Record<string, unknown[]>) => readSavedBoard('projections', columns);

/** Ids of the cards by column; `-` hidden, `*` new. */
function cards(saved: SavedBoard | null, deals: readonly BoardDeal[], kind: BoardKind = 'projections') {
  const board = applyBoard(saved, deals, kind);
  const ids = board.columns.map(({ id }) => [
    id,
    cardsOf(board, id).map(({ deal, hidden, isNew }) => `${hidden ? '-' : ''}${deal.id}${isNew ? '*' : ''}`),
  ]);
  return Object.fromEntries(ids.filter(([, own]) => own?.length)) as Record<string, string[]>;
}

const fates = (saved: SavedBoard, deals: readonly BoardDeal[], kind: BoardKind = 'projections') =>
  apartDeals(applyBoard(saved, deals, kind)).map((each) => `${each.saved.id}: ${each.fate}`);

/** How each deal was recognised. */
const reasons = (saved: SavedBoard, deals: readonly BoardDeal[]) =>
  placedDeals(applyBoard(saved, deals, 'projections')).map(
    ({ deal, match }) => `${deal.id}: ${match?.by ?? 'new'}`,
  );

describe('the default board', () => {
  const deals = [
    aBoardDeal({ id: 'a', client: 'Globex', value: 10 }),
    aBoardDeal({ id: 'b', client: 'acme', value: 10 }),
    aBoardDeal({ id: 'c', value: null }),
    aBoardDeal({ id: 'd', value: 20 }),
    aBoardDeal({ id: 'e', stage: 'C Proposal sent' }),
    aBoardDeal({ id: 'f', stage: 'D POA Booked' }),
    aBoardDeal({ id: 'g', stage: 'A Closed' }),
    aBoardDeal({ id: 'h', stage: 'E Intro attended' }),
    aBoardDeal({ id: 'i', stage: 'E Intro attended', show_noshow: 'Noshow' }),
    aBoardDeal({ id: 'j', stage: 'F Inbox' }),
  ];

  it('has deals in the column of their stage, by value and client', () => {
    const expected = { next_14_days: ['d', 'b', 'a', 'c'], next_30_60_days: ['e'], next_60_90_days: ['f'] };
    expect(cards(null, deals)).toEqual(expected);
    // As after software that stores an empty board: nobody sorted anything, so nothing is new.
    expect(cards(projections({}), deals)).toEqual(expected);
    const placed = placedDeals(applyBoard(null, deals, 'projections'));
    expect(placed.map(({ probability }) => probability)).toEqual([90, 90, 90, 90, 75, 50]);
  });

  it('has the pipeline in the columns of its stages, without probabilities', () => {
    expect(cards(null, deals, 'pipeline')).toEqual({
      intro: ['h', 'j'],
      poa_booked: ['f'],
      proposal_sent: ['e'],
      legal: ['d', 'b', 'a', 'c'],
    });
    expect(placedDeals(applyBoard(null, deals, 'pipeline'))[0]?.probability).toBeNull();
  });
});

describe('a saved board over the data', () => {
  it('keeps column, order, probability and hidden mark; what is new follows, marked', () => {
    const saved = projections({
      next_60_90_days: [
        { id: 'b', probability: 50 },
        { id: 'a', hidden: true },
      ],
      delayed: [{ id: 'c', probability: 60 }],
    });
    const deals = [
      aBoardDeal({ id: 'a', value: 900 }),
      aBoardDeal({ id: 'b', stage: 'C Proposal sent' }),
      aBoardDeal({ id: 'c', stage: 'D POA Booked' }),
      aBoardDeal({ id: 'd', stage: 'D POA Booked', value: 1 }),
      aBoardDeal({ id: 'e', stage: 'D POA Booked', value: 2 }),
    ];
    expect(cards(saved, deals)).toEqual({ next_60_90_days: ['b', '-a', 'e*', 'd*'], delayed: ['c'] });
    const probabilities = placedDeals(applyBoard(saved, deals, 'projections')).map(
      (each) => each.probability,
    );
    expect(probabilities).toEqual([50, 90, 50, 50, 50]);
  });

  it('moves a deal of the pipeline to the end of the column of its stage, before new ones', () => {
    const saved = readSavedBoard('pipeline', { intro: ['a', 'b'], legal: ['c', 'd'] });
    const deals = [
      aBoardDeal({ id: 'e', value: 999 }),
      ...['a', 'c', 'd'].map((id) => aBoardDeal({ id })),
      aBoardDeal({ id: 'b', stage: 'F Inbox' }),
    ];
    expect(cards(saved, deals, 'pipeline')).toEqual({ intro: ['b'], legal: ['c', 'd', 'a', 'e*'] });
  });

  it('says what became of a deal that is not on the board, and keeps its place', () => {
    const stages = [
      'A Closed',
      'Lost',
      'H Lost - can be revived',
      'G Stalled',
      'Not Relevant',
      'F Inbox',
      'Odd',
      '',
    ];
    const deals = stages.map((stage, at) => aBoardDeal({ id: `${at}`, client: `${at}`, stage }));
    const saved = projections({
      next_14_days: [...deals.map(({ id }) => ({ id, pipeline: 5 })), 'gone', 'last'],
    });
    expect(fates(saved, [...deals, aBoardDeal({ id: 'last' })])).toEqual([
      ...['0: closed', '1: lost', '2: lost', '3: stalled', '4: not_relevant', '5: earlier', '6: no_stage'],
      ...['7: no_stage', 'gone: gone'],
    ]);
    const noShow = aBoardDeal({ id: 'a', stage: 'E Intro attended', show_noshow: 'Noshow' });
    expect(fates(readSavedBoard('pipeline', { intro: ['a'] }), [noShow], 'pipeline')).toEqual([
      'a: not_attended',
    ]);
    const back = applyBoard(savedBoardOf(applyBoard(saved, [], 'projections')), deals, 'projections');
    expect(savedDealsOf(savedBoardOf(back)).map(({ id }) => id)).toEqual([
      ...deals.map(({ id }) => id),
      'gone',
      'last',
    ]);
  });
});

describe('saved deals are recognised', () => {
  const old = (id: string, client: string, more: object = {}) => ({ id, client, stage: 'B Legals', ...more });

  it('by id, then by client and stage in any spelling, then by client', () => {
    const saved = projections({
      next_60_90_days: [old('a', 'Globex'), old('x', ' ÀCME'), old('y', 'Hooli'), old('z', 'Initech')],
    });
    const deals = [
      aBoardDeal({ id: 'c', client: 'hooli', stage: 'D POA Booked' }),
      aBoardDeal({ id: 'b', client: 'Ac me' }),
      aBoardDeal({ id: 'a', client: 'Renamed' }),
      aBoardDeal({ id: 'd', client: 'Initech', stage: 'A Closed' }),
    ];
    expect(reasons(saved, deals)).toEqual(['a: id', 'b: client_stage', 'c: client']);
    expect(fates(saved, deals)).toEqual(['z: closed']);
    expect(doubtfulEntries(applyBoard(saved, deals, 'projections')).map(({ key }) => key)).toEqual([
      'v/c',
      'v/d',
    ]);
  });

  it('in passes over the whole board: a surer match elsewhere is never taken', () => {
    const saved = projections({ next_14_days: [old('x', 'Acme')], next_60_90_days: [old('a', 'Acme')] });
    const deals = [aBoardDeal({ id: 'a' }), aBoardDeal({ id: 'b' })];
    expect(cards(saved, deals)).toEqual({ next_14_days: ['b'], next_60_90_days: ['a'] });
  });

  it('among alike deals by value, then in their order, and doubtful', () => {
    const saved = projections({
      next_14_days: [old('1', 'Acme', { pipeline: 10 }), old('2', 'Acme', { pipeline: 20 })],
      delayed: [old('3', 'Acme'), old('4', 'Acme')],
    });
    const deals = [30, 20, 40, 10].map((value) => aBoardDeal({ id: `new ${value}`, value }));
    expect(cards(saved, deals)).toEqual({
      next_14_days: ['new 10', 'new 20'],
      delayed: ['new 30', 'new 40'],
    });
    expect(doubtfulEntries(applyBoard(saved, deals, 'projections')).map(({ key }) => key)).toEqual([
      'v/new 30',
      'v/new 40',
    ]);
  });

  it('by client and stage, doubtful where the value says otherwise and the client has several', () => {
    const saved = projections({
      delayed: [
        old('1', 'Acme', { pipeline: 10 }),
        { ...old('2', 'Acme', { pipeline: 20 }), stage: 'D POA Booked' },
        old('3', 'Hooli', { pipeline: 30 }),
      ],
    });
    const swapped = [
      aBoardDeal({ id: 'a', value: 20 }),
      aBoardDeal({ id: 'b', value: 10, stage: 'D POA Booked' }),
      aBoardDeal({ id: 'c', value: 35, client: 'Hooli' }),
    ];
    expect(doubtfulEntries(applyBoard(saved, swapped, 'projections')).map(({ key }) => key)).toEqual([
      'v/a',
      'v/b',
    ]);
  });

  it('by client alone only where it is unique on both sides', () => {
    const saved = projections({ delayed: [old('1', 'Acme'), old('2', 'Globex'), old('3', 'Globex')] });
    const deals = [
      aBoardDeal({ id: 'a', stage: 'C Proposal sent' }),
      aBoardDeal({ id: 'b', stage: 'D POA Booked' }),
      aBoardDeal({ id: 'c', client: 'Globex', stage: 'D POA Booked' }),
    ];
    expect(fates(saved, deals)).toEqual(['1: unclear', '2: unclear', '3: unclear']);
    expect(doubtfulEntries(applyBoard(saved, deals, 'projections'))).toHaveLength(3);
    expect(cards(saved, deals)).toEqual({ next_30_60_days: ['a*'], next_60_90_days: ['b*', 'c*'] });
  });

  it('as closed when they are, although their client has another deal by now', () => {
    const saved = projections({ delayed: [old('x', 'Acme')] });
    const shown = [aBoardDeal({ id: 'new' })];
    expect(soughtDeals(saved, shown).map(({ id }) => id)).toEqual(['x']);
    const closed = aBoardDeal({ id: 'x', stage: 'A Closed' });
    expect(cards(saved, [...shown, closed])).toEqual({ next_14_days: ['new*'] });
    expect(soughtDeals(saved, [...shown, closed])).toEqual([]);
  });

  it('never by having no client', () => {
    const saved = projections({ delayed: [{ id: '1', stage: 'B Legals' }] });
    expect(fates(saved, [aBoardDeal({ client: '' })])).toEqual(['1: gone']);
  });

  it('once, however often they were saved', () => {
    const saved = projections({
      next_14_days: ['a'],
      next14: [{ ...old('a', 'Acme'), hidden: true }],
      delayed: ['a'],
    });
    expect(cards(saved, [aBoardDeal({ id: 'a' }), aBoardDeal({ id: 'b' })])).toEqual({
      next_14_days: ['a', 'b*'],
    });
    expect(fates(saved, [aBoardDeal({ id: 'b' })])).toEqual(['a: gone']);
  });

  it('in the view they were saved with, on a board over several', () => {
    const deals = [
      aBoardDeal({ id: 'a', view_id: 'v' }),
      aBoardDeal({ id: 'a', view_id: 'w', client: 'Hooli' }),
    ];
    const saved = projections({ delayed: [{ ...old('a', 'Hooli'), view_id: 'w' }] });
    const keys = placedDeals(applyBoard(saved, deals, 'projections')).map(({ key }) => key);
    expect(keys).toEqual(['v/a', 'w/a']);
    expect(
      savedDealsOf(savedBoardOf(applyBoard(saved, deals, 'projections'))).map((each) => each.view_id),
    ).toEqual(['v', 'w']);
    expect(
      cards(projections({ delayed: [{ id: 'b', client: 'Acme', stage: 'B Legals', view_id: 'w' }] }), deals)
        .delayed,
    ).toBeUndefined();
  });
});

describe('applying, whatever was saved and whatever the data', () => {
  const kinds = fc.constantFrom<BoardKind>('projections', 'pipeline');
  const cases = kinds.chain((kind) => fc.tuple(fc.constant(kind), somePreferences(kind), someBoardDeals()));

  it('places every deal of the board exactly once, and every saved deal somewhere', () => {
    fc.assert(
      fc.property(cases, ([kind, preferences, deals]) => {
        const saved = readSavedBoard(kind, preferences);
        const board = applyBoard(saved, deals, kind);
        const placed = placedDeals(board).map(({ deal }) => deal);
        const eligible = deals.filter((deal) => startColumn(kind, deal) !== null);
        expect(placed).toHaveLength(eligible.length);
        expect(new Set(placed)).toEqual(new Set(eligible));
        const keys = board.columns.flatMap(({ entries }) => entries.map(({ key }) => key));
        expect(new Set(keys).size).toBe(keys.length);
        // A saved deal is on the board, apart, or says again what another one says.
        const ids = new Set(savedDealsOf(savedBoardOf(board)).map(({ id }) => id));
        const byMatch =
          placedDeals(board).filter(({ match }) => match !== null).length + apartDeals(board).length;
        expect(byMatch).toBeLessThanOrEqual(savedDealsOf(saved).length);
        expect(byMatch).toBeGreaterThanOrEqual(new Set(savedDealsOf(saved).map(({ id }) => id)).size);
        for (const { saved: each } of apartDeals(board)) expect(ids).toContain(each.id);
      }),
      { numRuns: 400 },
    );
  });

  it('changes nothing when it was saved so', () => {
    fc.assert(
      fc.property(cases, ([kind, preferences, all]) => {
        const deals = [...new Map(all.map((deal) => [boardKey(deal), deal])).values()];
        const once = applyBoard(eachOnce(readSavedBoard(kind, preferences)), deals, kind);
        const again = applyBoard(savedBoardOf(once), deals, kind);
        const said = (board: typeof once) =>
          board.columns.map(({ entries }) =>
            entries.map((entry) =>
              entry.is === 'apart' ? entry.saved.id : [entry.deal.id, entry.probability, entry.hidden],
            ),
          );
        expect(said(again)).toEqual(said(once));
      }),
      { numRuns: 400 },
    );
  });

  it('needs only the deals that belong on it, and those that are sought', () => {
    fc.assert(
      fc.property(cases, ([kind, preferences, all]) => {
        const saved = eachOnce(readSavedBoard(kind, preferences));
        const deals = [...new Map(all.map((deal) => [deal.id, deal])).values()];
        const shown = deals.filter((deal) => startColumn(kind, deal) !== null);
        const sought = soughtDeals(saved, shown);
        const ids = new Set(sought.map(({ id }) => id));
        const clients = new Set(sought.map(({ client }) => fold(client ?? '')));
        const isFound = (deal: BoardDeal) => ids.has(deal.id) || clients.has(fold(deal.client));
        const fewer = deals.filter((deal) => shown.includes(deal) || isFound(deal));
        expect(applyBoard(saved, fewer, kind).columns).toEqual(applyBoard(saved, deals, kind).columns);
      }),
      { numRuns: 400 },
    );
  });
});
