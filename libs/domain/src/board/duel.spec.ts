import fc from 'fast-check';
import { aBoardDeal, someBoardDeals } from '../testing/boards.js';
import { applyBoard } from './apply-board.js';
import type { Probability } from './board-columns.js';
import { chooseProbability, hideCard, moveCard } from './board-moves.js';
import { boardTotals } from './board-totals.js';
import { acceptAll, acceptFrom, duelBetween } from './duel.js';

const DEALS = [
  aBoardDeal({ id: 'a', value: 1000 }),
  aBoardDeal({ id: 'b', value: 200 }),
  aBoardDeal({ id: 'c', value: 100, owner: 'Rémi' }),
];
const board = () => applyBoard(null, DEALS, 'projections');

describe('a duel', () => {
  const mine = chooseProbability(board(), 'v/b', 50);
  const theirs = hideCard(moveCard(board(), 'v/a', { column: 'delayed', before: null }), 'v/c');

  it('lists what both say of each deal in dispute, the most money first', () => {
    const { rows } = duelBetween(mine, theirs);
    expect(rows.map(({ deal, disputed, difference }) => [deal.id, disputed, difference])).toEqual([
      ['a', 900, 0],
      ['c', 90, 90],
      ['b', 80, -80],
    ]);
    expect(rows[0]?.right).toEqual({ column: 'delayed', probability: 90, hidden: false, projected: 900 });
    expect(rows[1]?.right).toEqual({ column: 'next_14_days', probability: 90, hidden: true, projected: 0 });
  });

  it('splits the difference of the totals into its causes', () => {
    expect(duelBetween(mine, theirs).causes).toEqual({
      column: { deals: 1, projected: 900 },
      probability: { deals: 1, difference: -80 },
      hidden: { deals: 1, difference: 90 },
      difference: 10,
    });
  });

  it('compares only the deals that are shown', () => {
    expect(duelBetween(mine, theirs, ({ owner }) => owner === 'Rémi').rows).toHaveLength(1);
  });

  it('lets one deal, or all, be as the other side has it', () => {
    const one = acceptFrom(mine, theirs, 'v/a');
    expect(duelBetween(one, theirs).rows.map(({ deal }) => deal.id)).toEqual(['c', 'b']);
    expect(duelBetween(acceptAll(mine, theirs), theirs).rows).toEqual([]);
  });

  it('takes over only the deals that are shown', () => {
    const isShown = ({ owner }: { owner: string | null }) => owner === 'Rémi';
    const taken = acceptAll(mine, theirs, isShown);
    expect(duelBetween(taken, theirs, isShown).rows).toEqual([]);
    expect(duelBetween(mine, taken).rows.map(({ deal }) => deal.id)).toEqual(['c']);
  });

  it('explains the whole difference, whatever both did', () => {
    const steps = fc.array(
      fc.record({
        at: fc.nat(),
        column: fc.constantFrom('next_14_days', 'delayed'),
        probability: fc.constantFrom<Probability>(50, 75, 90),
        hides: fc.boolean(),
      }),
    );
    fc.assert(
      fc.property(someBoardDeals(), steps, steps, (deals, one, other) => {
        const start = applyBoard(null, deals, 'projections');
        const keys = start.columns.flatMap(({ entries }) => entries.map(({ key }) => key));
        const after = (done: typeof one) =>
          done.reduce((now, { at, column, probability, hides }) => {
            const key = keys[at % Math.max(1, keys.length)] ?? '';
            const moved = chooseProbability(moveCard(now, key, { column, before: null }), key, probability);
            return hides ? hideCard(moved, key) : moved;
          }, start);
        const [left, right] = [after(one), after(other)];
        const { rows, causes } = duelBetween(left, right);
        const total = (of: typeof left) => Math.round((boardTotals(of, {}).total.projected ?? 0) * 100);
        expect(Math.round(causes.difference * 100)).toBe(total(left) - total(right));
        const split = causes.probability.difference + causes.hidden.difference;
        expect(Math.round(split * 100)).toBe(Math.round(causes.difference * 100));
        const byDeal = rows.reduce((sum, { difference }) => sum + Math.round(difference * 100), 0);
        expect(byDeal).toBe(Math.round(causes.difference * 100));
        expect(rows.every(({ disputed }, at) => disputed <= (rows[at - 1]?.disputed ?? Infinity))).toBe(true);
        expect(duelBetween(acceptAll(left, right), right).rows).toEqual([]);
      }),
    );
  });
});
