import fc from 'fast-check';
import type { Deal } from '../deal/deal.js';
import { someDeals } from '../testing/deals.js';
import { applyDifference, diffRecords, invertDifference, type RecordIdentity } from './record-difference.js';

interface Placed {
  readonly deal: Deal;
  readonly position: number;
}

const identity: RecordIdentity<Placed> = {
  keyOf: ({ deal }) => deal.id,
  compare: (one, other) => one.position - other.position,
};
const isSame = (one: Placed, other: Placed): boolean => JSON.stringify(one) === JSON.stringify(other);
const diff = (before: readonly Placed[], after: readonly Placed[]) =>
  diffRecords(before, after, { ...identity, isSame });

/** Some of twenty deals in any order, each as it may be in one state. */
const aState = () =>
  fc
    .tuple(
      someDeals(20),
      fc.shuffledSubarray(
        Array.from({ length: 20 }, (_, at) => at),
        {},
      ),
    )
    .map(([rows, ids]) =>
      rows
        .slice(0, ids.length)
        .map((row, position): Placed => ({ deal: { ...row, id: `deal-${ids[position]}` }, position })),
    );

describe('a difference between two states of a dataset', () => {
  it('leads from one to the other, and back, order included', () => {
    fc.assert(
      fc.property(aState(), aState(), (before, after) => {
        const difference = diff(before, after);
        expect(applyDifference(before, difference, identity)).toEqual(after);
        expect(applyDifference(after, invertDifference(difference), identity)).toEqual(before);
      }),
    );
  });

  it('leads through any number of states, and back to the first', () => {
    fc.assert(
      fc.property(fc.array(aState(), { minLength: 2, maxLength: 5 }), (states) => {
        const steps = states.slice(1).map((after, at) => diff(states[at] ?? [], after));
        const back = steps
          .toReversed()
          .reduce(
            (state, step) => applyDifference(state, invertDifference(step), identity),
            states.at(-1) ?? [],
          );
        expect(back).toEqual(states[0]);
      }),
    );
  });

  it('names what came, what changed, what moved and what went, and nothing else', () => {
    const at = (id: string, position: number, client = 'Acme'): Placed => ({
      deal: { id, client } as Deal,
      position,
    });
    const before = [at('same', 0), at('renamed', 1), at('moved', 2), at('gone', 3)];
    const after = [at('same', 0), at('moved', 0.5), at('renamed', 1, 'Bolt'), at('new', 4)];
    expect(diff(before, after)).toEqual([
      { key: 'moved', before: before[2], after: after[1] },
      { key: 'renamed', before: before[1], after: after[2] },
      { key: 'new', before: null, after: after[3] },
      { key: 'gone', before: before[3], after: null },
    ]);
    expect(diff(before, before)).toEqual([]);
  });

  it('touches neither of the two', () => {
    const before = Object.freeze([{ deal: { id: '1' } as Deal, position: 0 }]);
    expect(applyDifference(before, [{ key: '1', after: null }], identity)).toEqual([]);
    expect(before).toHaveLength(1);
  });
});
