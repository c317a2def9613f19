import fc from 'fast-check';
import { aBoardDeal, eachOnce, someBoardDeals, somePreferences } from '../testing/boards.js';
import { apartDeals, type Board, doubtfulEntries, isDoubtfulMatch, placedDeals } from './applied-board.js';
import { applyBoard } from './apply-board.js';
import type { BoardKind } from './board-columns.js';
import { type BoardDeal, startColumn } from './board-deal.js';
import { moveCard } from './board-moves.js';
import { mergeSaves } from './merge-saves.js';
import { savedBoardOf } from './save-board.js';
import { candidatesOf, confirmAllMatches, confirmMatch, recogniseAs, refuseMatch } from './settle-matches.js';
import { readSavedBoard, storedBoardOf } from './stored-board.js';

const projections = (columns: Record<string, unknown[]>) => readSavedBoard('projections', columns);

/** Saved, stored, read, and applied to data. */
const again = (board: Board, deals: readonly BoardDeal[]): Board =>
  applyBoard(readSavedBoard(board.kind, storedBoardOf(savedBoardOf(board))), deals, board.kind);

const doubts = (board: Board) => doubtfulEntries(board).map(({ key }) => key);

/** Where a deal is, with its probability; `-` hidden. */
const placeOf = (board: Board, id: string) =>
  board.columns.flatMap((column) =>
    column.entries.flatMap((entry) =>
      entry.is === 'placed' && entry.deal.id === id
        ? [`${entry.hidden ? '-' : ''}${column.id} ${entry.probability}`]
        : [],
    ),
  )[0];

const apart = (board: Board) => apartDeals(board).map(({ saved, fate }) => `${saved.client}: ${fate}`);

/** Acme was placed in Legals under another id, and is a proposal by now. */
const SAVED = projections({
  delayed: [
    { id: 'old', client: 'Acme', stage: 'B Legals', pipeline: 50, owner: 'Ana', probability: 50 },
    { id: 'globex', client: 'Globex', stage: 'B Legals' },
  ],
});
const ACME = aBoardDeal({ id: 'new', stage: 'C Proposal sent', value: 70 });
const DEALS = [ACME, aBoardDeal({ id: 'globex', client: 'Globex' })];
const board = () => applyBoard(SAVED, DEALS, 'projections');

describe('a doubtful match', () => {
  it('knows what was placed, and by what the deal was taken for it', () => {
    const [entry] = doubtfulEntries(board());
    expect(entry?.match).toEqual({
      by: 'client',
      alike: 1,
      was: { id: 'old', view_id: null, client: 'Acme', stage: 'B Legals', pipeline: 50, owner: 'Ana' },
      isConfirmed: false,
    });
  });

  it('stays doubtful when the board is saved for another reason, and still knows what was placed', () => {
    const saved = again(moveCard(board(), 'v/globex', { column: 'next_14_days', before: null }), DEALS);
    expect(doubts(saved)).toEqual(['v/new']);
    expect(doubtfulEntries(saved)[0]?.match).toEqual(doubtfulEntries(board())[0]?.match);
    const moved = [{ ...ACME, id: 'newer', stage: 'D POA Booked' }];
    expect(doubtfulEntries(again(saved, moved))[0]?.match?.was.id).toBe('old');
  });

  it('is none any more when the data has the very deal again', () => {
    const back = again(board(), [aBoardDeal({ id: 'old' })]);
    expect(doubts(back)).toEqual([]);
    expect(placeOf(back, 'old')).toBe('delayed 50');
  });
});

describe('a match that was confirmed', () => {
  const confirmed = confirmMatch(board(), 'v/new');

  it('keeps its place and is doubted no more, saved and later', () => {
    expect(doubts(confirmed)).toEqual([]);
    expect(placeOf(again(confirmed, DEALS), 'new')).toBe('delayed 50');
    const later = [{ ...ACME, id: 'later' }];
    expect(doubts(again(again(confirmed, DEALS), later))).toEqual([]);
    expect(placeOf(again(confirmed, later), 'later')).toBe('delayed 50');
  });

  it('is not asked about again among alike ones, but where it changed since', () => {
    const two = [aBoardDeal({ id: '1' }), aBoardDeal({ id: '2' })];
    const saved = projections({
      delayed: ['x', 'y'].map((id) => ({ id, client: 'Acme', stage: 'B Legals' })),
    });
    const settled = confirmAllMatches(applyBoard(saved, two, 'projections'));
    const renamed = two.map((deal) => ({ ...deal, id: `later ${deal.id}` }));
    expect(doubts(applyBoard(saved, two, 'projections'))).toHaveLength(2);
    expect(doubts(again(settled, renamed))).toEqual([]);
    expect(
      doubts(
        again(
          settled,
          renamed.map((deal) => ({ ...deal, value: 7 })),
        ),
      ),
    ).toHaveLength(2);
  });

  it('names the deal that was closed meanwhile, and keeps its place', () => {
    const closed = applyBoard(SAVED, [{ ...ACME, stage: 'A Closed' }], 'projections');
    const settled = confirmMatch(closed, 'v/new');
    expect(doubts(closed)).toEqual(['v/new']);
    expect(doubts(settled)).toEqual([]);
    expect(placeOf(again(settled, [ACME]), 'new')).toBe('delayed 50');
    expect(doubts(again(settled, [ACME]))).toEqual([]);
  });
});

describe('a match that was refused', () => {
  const refused = refuseMatch(board(), 'v/new');

  it('leaves what was saved apart in its place, and gives the deal its default one', () => {
    expect(placeOf(refused, 'new')).toBe('next_30_60_days 75');
    expect(apart(refused)).toEqual(['Acme: refused']);
    expect(apartDeals(refused)[0]?.saved).toMatchObject({ id: 'old', pipeline: 50, probability: 50 });
    expect(doubts(refused)).toEqual([]);
  });

  it('is not taken for a deal of its client again, whatever id and stage that gets', () => {
    for (const stage of ['B Legals', 'C Proposal sent', 'D POA Booked']) {
      const later = again(again(refused, DEALS), [{ ...ACME, id: 'later', stage }]);
      expect(placeOf(later, 'later')).toBe('next_30_60_days 75');
      expect(apart(later)).toEqual(['Acme: refused', 'Globex: gone']);
    }
  });

  it('comes back under its own id', () => {
    const back = again(refused, [ACME, aBoardDeal({ id: 'old' })]);
    expect(placeOf(back, 'old')).toBe('delayed 50');
    expect(placeOf(back, 'new')).toBe('next_30_60_days 75');
  });

  it('is no deal that has its id, where several have it', () => {
    const twins = [aBoardDeal({ id: 'a', client: 'Acme' }), aBoardDeal({ id: 'a', client: 'Hooli' })];
    const saved = projections({ delayed: [{ id: 'a', probability: 50 }] });
    const settled = refuseMatch(applyBoard(saved, twins, 'projections'), 'v/a');
    expect(apart(again(settled, twins))).toEqual(['Acme: refused']);
    expect(again(settled, twins).columns.map(({ entries }) => entries.length)).toEqual([2, 0, 0, 1]);
  });
});

describe('a saved deal of which it is unclear which one it is', () => {
  const saved = projections({
    delayed: [
      { id: 'x', client: 'Acme', stage: 'B Legals', probability: 50, hidden: true },
      { id: 'y', client: 'Hooli' },
    ],
  });
  const deals = [
    aBoardDeal({ id: '1', stage: 'C Proposal sent' }),
    aBoardDeal({ id: '2', stage: 'D POA Booked' }),
    aBoardDeal({ id: 'y', client: 'Hooli' }),
  ];
  const unclear = applyBoard(saved, deals, 'projections');

  it('stays so when the board is saved', () => {
    expect(doubts(unclear)).toEqual(['saved//x']);
    expect(doubts(again(unclear, deals))).toEqual(['saved//x']);
    expect(apart(again(again(unclear, deals), deals.slice(2)))).toEqual([
      'Acme: gone',
      ...['Acme: gone', 'Acme: gone'],
    ]);
  });

  it('gives its place to the one that somebody chose', () => {
    expect(candidatesOf(unclear, 'saved//x').map(({ key }) => key)).toEqual(['v/1', 'v/2']);
    expect(candidatesOf(unclear, 'v/y')).toEqual([]);
    const settled = recogniseAs(unclear, 'saved//x', 'v/2');
    expect(settled.columns.map(({ entries }) => entries.map(({ key }) => key))).toEqual([
      [],
      ['v/1'],
      [],
      ['v/2', 'v/y'],
    ]);
    expect(placeOf(again(settled, deals), '2')).toBe('-delayed 50');
    expect(doubts(again(settled, deals))).toEqual([]);
    expect(recogniseAs(unclear, 'saved//x', 'v/y')).toBe(unclear);
  });

  it('may be none of them', () => {
    const settled = refuseMatch(unclear, 'saved//x');
    expect(apart(again(settled, deals))).toEqual(['Acme: refused']);
    expect(doubts(again(settled, deals))).toEqual([]);
  });

  it('leaves the chosen deal of a pipeline in the column of its stage', () => {
    const pipeline = applyBoard(
      readSavedBoard('pipeline', { legal: [{ id: 'x', client: 'Acme' }] }),
      deals,
      'pipeline',
    );
    const settled = recogniseAs(pipeline, 'saved//x', 'v/2');
    expect(settled.columns.map(({ entries }) => entries.map(({ key }) => key))).toEqual([
      [],
      ['v/2'],
      ['v/1'],
      ['v/y'],
    ]);
  });
});

describe('two browsers that settle matches of one board', () => {
  it('lose neither decision', () => {
    const saved = projections({
      delayed: ['Acme', 'Hooli'].map((client) => ({ id: `old ${client}`, client, stage: 'B Legals' })),
    });
    const deals = ['Acme', 'Hooli'].map((client) =>
      aBoardDeal({ id: client, client, stage: 'C Proposal sent' }),
    );
    const base = applyBoard(saved, deals, 'projections');
    const [mine, theirs] = [confirmMatch(base, 'v/Acme'), refuseMatch(base, 'v/Hooli')];
    for (const [one, other] of [
      [mine, theirs],
      [theirs, mine],
    ] as const) {
      const merged = mergeSaves(savedBoardOf(base), savedBoardOf(one), savedBoardOf(other));
      const board = applyBoard(merged.board, deals, 'projections');
      expect(merged.conflicts).toEqual([]);
      expect(doubts(board)).toEqual([]);
      expect(placeOf(board, 'Acme')).toBe('delayed 75');
      expect(placeOf(board, 'Hooli')).toBe('next_30_60_days 75');
      expect(apart(board)).toEqual(['Hooli: refused']);
    }
  });
});

describe('settling, whatever was saved and whatever the data', () => {
  const kinds = fc.constantFrom<BoardKind>('projections', 'pipeline');
  const cases = kinds.chain((kind) =>
    fc.tuple(fc.constant(kind), somePreferences(kind), someBoardDeals(), fc.infiniteStream(fc.nat(3))),
  );

  it('leaves each deal of the board on it once, nothing doubtful, and what was decided as it is', () => {
    fc.assert(
      fc.property(cases, ([kind, preferences, deals, answers]) => {
        const start = applyBoard(readSavedBoard(kind, preferences), deals, kind);
        const settled = doubtfulEntries(start).reduce((now, { key }) => {
          const { value: answer } = answers.next() as { value: number };
          const chosen = candidatesOf(now, key)[answer]?.key;
          if (chosen !== undefined) return recogniseAs(now, key, chosen);
          return answer % 2 === 0
            ? confirmMatch(refuseMatch(now, key), key)
            : refuseMatch(confirmMatch(now, key), key);
        }, start);
        expect(doubtfulEntries(settled)).toEqual([]);
        const eligible = deals.filter((deal) => startColumn(kind, deal) !== null);
        expect(new Set(placedDeals(settled).map(({ deal }) => deal))).toEqual(new Set(eligible));
        expect(placedDeals(settled)).toHaveLength(eligible.length);
        const keys = settled.columns.flatMap(({ entries }) => entries.map(({ key }) => key));
        expect(new Set(keys).size).toBe(keys.length);
      }),
      { numRuns: 400 },
    );
  });

  it('loses no open question by a save', () => {
    fc.assert(
      fc.property(cases, ([kind, preferences, all]) => {
        const deals = [...new Map(all.map((deal) => [deal.id, deal])).values()];
        const once = applyBoard(eachOnce(readSavedBoard(kind, preferences)), deals, kind);
        const open = (of: Board) =>
          placedDeals(of).flatMap(({ key, match }) =>
            isDoubtfulMatch(match) ? [[key, match?.by, match?.was.client]] : [],
          );
        expect(open(again(once, deals))).toEqual(open(once));
        expect(open(again(confirmAllMatches(once), deals))).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });
});
