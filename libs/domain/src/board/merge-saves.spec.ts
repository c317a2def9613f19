import fc from 'fast-check';
import { aBoardDeal, someBoardDeals } from '../testing/boards.js';
import { type Board, placedDeals } from './applied-board.js';
import { applyBoard } from './apply-board.js';
import { boardKey } from './board-deal.js';
import { chooseProbability, forgetApart, hideCard, moveCard } from './board-moves.js';
import { mergeSaves } from './merge-saves.js';
import { savedBoardOf } from './save-board.js';
import { type SavedBoard, savedDealsOf } from './saved-board.js';
import { readSavedBoard, storedBoardOf } from './stored-board.js';

const DEALS = ['a', 'b', 'c', 'd'].map((id, at) => aBoardDeal({ id, client: id, value: 10 - at }));
const start = applyBoard(null, DEALS, 'projections');
const base = savedBoardOf(start);
const move = (board: Board, id: string, column: string, before: string | null = null) =>
  moveCard(board, `v/${id}`, { column, before: before === null ? null : `v/${before}` });
const merged = (mine: Board, theirs: Board) => mergeSaves(base, savedBoardOf(mine), savedBoardOf(theirs));
const ids = ({ columns }: SavedBoard) =>
  Object.fromEntries(
    columns.flatMap(({ id, deals }) => (deals.length ? [[id, deals.map((deal) => deal.id).join('')]] : [])),
  );

describe('two saves of a board', () => {
  it('become one that has what each side changed', () => {
    const mine = hideCard(move(start, 'd', 'next_14_days', 'a'), 'v/c');
    const theirs = chooseProbability(move(start, 'b', 'delayed'), 'v/d', 50);
    const { board, conflicts } = merged(mine, theirs);
    expect(ids(board)).toEqual({ next_14_days: 'dac', delayed: 'b' });
    expect(savedDealsOf(board).map(({ probability, hidden }) => [probability, hidden])).toEqual([
      [50, false],
      [90, false],
      [90, true],
      [90, false],
    ]);
    expect(conflicts).toEqual([]);
    expect(merged(theirs, mine)).toEqual({ board, conflicts });
  });

  it('say what each did where both changed the same of a deal: mine holds', () => {
    const mine = move(chooseProbability(start, 'v/a', 50), 'b', 'delayed');
    const theirs = move(hideCard(chooseProbability(start, 'v/a', 75), 'v/a'), 'b', 'next_60_90_days');
    const { board, conflicts } = merged(mine, theirs);
    expect(savedDealsOf(board).find(({ id }) => id === 'a')).toMatchObject({ probability: 50, hidden: true });
    expect(ids(board)).toEqual({ next_14_days: 'acd', delayed: 'b' });
    const at = (column: string, probability: number, hidden = false) => ({ column, probability, hidden });
    expect(conflicts).toEqual([
      {
        key: '/a',
        client: 'a',
        mine: at('next_14_days', 50),
        theirs: at('next_14_days', 75, true),
        isReordered: false,
      },
      {
        key: '/b',
        client: 'b',
        mine: at('delayed', 90),
        theirs: at('next_60_90_days', 90),
        isReordered: false,
      },
    ]);
  });

  it('are no conflict where both did the same', () => {
    const both = hideCard(move(start, 'c', 'delayed'), 'v/a');
    expect(merged(both, both)).toEqual({ board: savedBoardOf(both), conflicts: [] });
  });

  it('keep my order where both moved a deal within a column, and say so', () => {
    const { board, conflicts } = merged(
      move(start, 'd', 'next_14_days', 'a'),
      move(start, 'd', 'next_14_days', 'c'),
    );
    expect(ids(board)).toEqual({ next_14_days: 'dabc' });
    expect(conflicts.map(({ client, isReordered }) => [client, isReordered])).toEqual([['d', true]]);
  });

  it('count a deal that came since as moved only where it is not in its default place', () => {
    const deals = [...DEALS, aBoardDeal({ id: 'e', client: 'e' })];
    const newer = applyBoard(base, deals, 'projections');
    const { board, conflicts } = merged(move(newer, 'e', 'delayed'), newer);
    expect([ids(board), conflicts]).toEqual([{ next_14_days: 'abcd', delayed: 'e' }, []]);
    expect(ids(merged(newer, move(newer, 'e', 'delayed')).board)).toEqual(ids(board));
  });

  it('lose a forgotten deal only where the other side left it as it was', () => {
    const saved = readSavedBoard('projections', {
      delayed: [
        { id: 'x', client: 'x' },
        { id: 'y', client: 'y' },
      ],
    });
    const forgotten = ['saved//x', 'saved//y'].reduce<Board>(
      forgetApart,
      applyBoard(saved, [], 'projections'),
    );
    const found = [aBoardDeal({ id: 'y', client: 'y' })];
    const theirs = hideCard(applyBoard(saved, found, 'projections'), 'v/y');
    const { board, conflicts } = mergeSaves(saved, savedBoardOf(forgotten), savedBoardOf(theirs));
    expect(ids(board)).toEqual({ delayed: 'y' });
    expect(conflicts.map(({ client, mine }) => [client, mine.column])).toEqual([['y', null]]);
  });

  it('keep the keys that are not known, of both sides', () => {
    const read = (note: string, more: object) =>
      readSavedBoard('projections', { next_14_days: [{ id: 'a', note, ...more }], ...more });
    const { board } = mergeSaves(read('old', {}), read('old', { mine: 1 }), read('new', { theirs: 2 }));
    expect(storedBoardOf(board)).toMatchObject({
      mine: 1,
      theirs: 2,
      next_14_days: [{ note: 'new', mine: 1, theirs: 2 }],
    });
  });
});

describe('whatever two people do with a board', () => {
  const change = fc.tuple(
    fc.nat(3),
    fc.nat(20),
    fc.constantFrom('next_14_days', 'next_30_60_days', 'delayed'),
    fc.nat(20),
  );
  const changes = fc.array(change, { maxLength: 6 });
  const changed = (board: Board, steps: (typeof change extends fc.Arbitrary<infer Step> ? Step : never)[]) =>
    steps.reduce((on, [kind, at, column, before]) => {
      const keys = placedDeals(on).map(({ key }) => key);
      const key = keys[at] ?? '';
      if (kind === 0) return hideCard(on, key);
      if (kind === 1) return chooseProbability(on, key, at % 2 === 0 ? 50 : 75);
      return moveCard(on, key, { column, before: keys[before] ?? null });
    }, board);
  const cases = fc.tuple(someBoardDeals(), changes, changes).map(([all, mine, theirs]) => {
    const deals = [...new Map(all.map((deal) => [boardKey(deal), deal])).values()];
    const from = applyBoard(null, deals, 'projections');
    const saves = [from, changed(from, mine), changed(from, theirs)].map(savedBoardOf);
    return saves as [SavedBoard, SavedBoard, SavedBoard];
  });
  const opinions = (board: SavedBoard) =>
    new Map(
      board.columns.flatMap(({ id, deals }) =>
        deals.map((deal) => [
          `${deal.view_id ?? ''}/${deal.id}`,
          { column: id, probability: deal.probability, hidden: deal.hidden },
        ]),
      ),
    );

  it('no deal is lost or doubled, and each has what was changed of it', () => {
    fc.assert(
      fc.property(cases, ([from, mine, theirs]) => {
        const { board, conflicts } = mergeSaves(from, mine, theirs);
        const [was, own, other, now] = [from, mine, theirs, board].map(opinions);
        expect([...(now?.keys() ?? [])].sort()).toEqual([...(was?.keys() ?? [])].sort());
        expect(savedDealsOf(board)).toHaveLength(savedDealsOf(from).length);
        const disputed = new Set(conflicts.map(({ key }) => key));
        for (const [key, opinion] of now ?? []) {
          for (const name of ['column', 'probability', 'hidden'] as const) {
            const [before, my, their] = [was, own, other].map((side) => side?.get(key)?.[name]);
            expect(opinion[name]).toBe(my === before ? their : my);
            if (my !== before && their !== before && my !== their) expect(disputed).toContain(key);
          }
        }
      }),
    );
  });

  it('the order in which they saved does not matter where they do not differ', () => {
    fc.assert(
      fc.property(cases, ([from, mine, theirs]) => {
        const one = mergeSaves(from, mine, theirs);
        const other = mergeSaves(from, theirs, mine);
        expect(other.conflicts.length).toBe(one.conflicts.length);
        if (one.conflicts.length === 0) expect(opinions(other.board)).toEqual(opinions(one.board));
      }),
    );
  });

  it('what only one of them changed is saved as that one has it, in its order', () => {
    fc.assert(
      fc.property(cases, ([from, mine]) => {
        expect(mergeSaves(from, mine, from)).toEqual({ board: mine, conflicts: [] });
        expect(mergeSaves(from, from, mine)).toEqual({ board: mine, conflicts: [] });
      }),
    );
  });
});
