import fc from 'fast-check';
import { aBoardDeal, someBoardDeals } from '../testing/boards.js';
import { type Board, apartDeals, cardsOf, placedDeals } from './applied-board.js';
import { applyBoard } from './apply-board.js';
import { chooseProbability, forgetApart, hideCard, moveCard, unhideCard } from './board-moves.js';
import { boardTotals, projectedValue } from './board-totals.js';
import { readSavedBoard } from './stored-board.js';
import { changedTo, mapStates, redo, startUndoable, undo } from './undoable.js';

const DEALS = [
  aBoardDeal({ id: 'a', value: 300 }),
  aBoardDeal({ id: 'b', value: 200 }),
  aBoardDeal({ id: 'c', value: 100 }),
  aBoardDeal({ id: 'p', stage: 'C Proposal sent', owner: 'Rémi' }),
];
const board = (kind: 'projections' | 'pipeline' = 'projections') => applyBoard(null, DEALS, kind);
const ids = (of: Board, column: string) => cardsOf(of, column).map(({ deal }) => deal.id);

describe('moving a card', () => {
  it.each([
    ['a', 'next_14_days', 'v/c', ['b', 'a', 'c'], ['p']],
    ['a', 'next_14_days', null, ['b', 'c', 'a'], ['p']],
    ['c', 'next_30_60_days', 'v/p', ['a', 'b'], ['c', 'p']],
    ['c', 'next_30_60_days', 'v/gone', ['a', 'b'], ['p', 'c']],
    ['gone', 'delayed', null, ['a', 'b', 'c'], ['p']],
    ['a', 'nowhere', null, ['a', 'b', 'c'], ['p']],
  ])('%s to %s before %s', (id, column, before, first, second) => {
    const moved = moveCard(board(), `v/${id}`, { column, before });
    expect([ids(moved, 'next_14_days'), ids(moved, 'next_30_60_days')]).toEqual([first, second]);
  });

  it('orders a pipeline within a stage, and moves no deal to another one', () => {
    const before = board('pipeline');
    expect(moveCard(before, 'v/a', { column: 'intro', before: null })).toBe(before);
    expect(ids(moveCard(before, 'v/a', { column: 'legal', before: null }), 'legal')).toEqual(['b', 'c', 'a']);
    expect(chooseProbability(before, 'v/a', 50)).toEqual(before);
  });

  it('keeps every deal exactly once, whatever is done, and no other board changes', () => {
    const steps = fc.array(
      fc.record({
        what: fc.constantFrom('move', 'hide', 'show', 'choose'),
        at: fc.nat(),
        before: fc.option(fc.nat()),
        column: fc.constantFrom('next_14_days', 'next_30_60_days', 'next_60_90_days', 'delayed'),
      }),
    );
    fc.assert(
      fc.property(someBoardDeals(), steps, (deals, done) => {
        const start = applyBoard(null, deals, 'projections');
        const copy = structuredClone(start);
        const keys = placedDeals(start).map(({ key }) => key);
        const keyAt = (at: number) => keys[at % Math.max(1, keys.length)] ?? 'none';
        const end = done.reduce((now, { what, at, before, column }) => {
          const key = keyAt(at);
          if (what === 'hide') return hideCard(now, key);
          if (what === 'show') return unhideCard(now, key);
          if (what === 'choose') return chooseProbability(now, key, 75);
          return moveCard(now, key, { column, before: before === null ? null : keyAt(before) });
        }, start);
        expect(
          placedDeals(end)
            .map(({ key }) => key)
            .sort(),
        ).toEqual([...keys].sort());
        expect(start).toEqual(copy);
      }),
    );
  });
});

describe('totals of a board', () => {
  it('leave out what is hidden, follow probabilities and the chosen people', () => {
    const hidden = hideCard(chooseProbability(board(), 'v/b', 50), 'v/a');
    const { columns, total } = boardTotals(hidden, { next_14_days: 95 });
    expect(columns[0]).toMatchObject({ deals: 2, value: 300, projected: 190, goal: 95, progress: 2 });
    expect(columns.map(({ id }) => id)).toEqual([
      'next_14_days',
      'next_30_60_days',
      'next_60_90_days',
      'delayed',
    ]);
    expect(total).toEqual({ deals: 3, value: 400, projected: 265 });
    expect(boardTotals(hidden, {}, ({ owner }) => owner === 'Rémi').total).toEqual({
      deals: 1,
      value: 100,
      projected: 75,
    });
    expect(boardTotals(board('pipeline'), {}).total).toEqual({ deals: 4, value: 700, projected: null });
  });

  it('are the sum of what each card says, to the cent, in any order', () => {
    fc.assert(
      fc.property(someBoardDeals(), (deals) => {
        const applied = applyBoard(null, deals, 'projections');
        const cents = placedDeals(applied).map(({ deal, probability }) =>
          Math.round((projectedValue(deal.value, probability ?? 0) ?? 0) * 100),
        );
        const sum = cents.reduce((one, other) => one + other, 0);
        expect(Math.round((boardTotals(applied, {}).total.projected ?? 0) * 100)).toBe(sum);
      }),
    );
  });
});

it('forgets a saved deal that is not there any more, and no card', () => {
  const saved = readSavedBoard('projections', { delayed: [{ id: 'x', client: 'Gone' }] });
  const applied = applyBoard(saved, DEALS, 'projections');
  const [apart] = apartDeals(applied);
  expect(apartDeals(forgetApart(applied, apart?.key ?? ''))).toEqual([]);
  expect(forgetApart(applied, 'v/a')).toBe(applied);
});

describe('steps', () => {
  it('are undone and done again in their order, as often as there are any', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), (numbers) => {
        const states = numbers.filter((number, at) => at === 0 || number !== numbers[at - 1]);
        const end = states.reduce(changedTo, startUndoable(states[0] ?? 0));
        const back = states.reduce((history) => undo(history), end);
        expect(back.present).toBe(states[0] ?? 0);
        expect(states.reduce((history) => redo(history), back)).toEqual(end);
      }),
    );
  });

  it('forget what was undone once something else is done, and are made anew together', () => {
    const undone = undo(changedTo(startUndoable(1), 2));
    expect(changedTo(undone, 3)).toEqual({ past: [1], present: 3, future: [] });
    expect(changedTo(undone, 1)).toBe(undone);
    expect(mapStates(undone, String)).toEqual({ past: [], present: '1', future: ['2'] });
  });
});
