import { normaliseStored } from '../normalise/index.js';
import { aDealWith } from '../testing/deals.js';
import { changedFields, diffDeals, rowDifferences } from './diff.js';

const deal = (id: string, more: Record<string, unknown> = {}) =>
  normaliseStored({ id, client: 'Acme', ...more });

describe('diffDeals', () => {
  it('reports what was added, removed and changed, field by field', () => {
    const before = [deal('gone'), deal('same'), deal('moved', { stage: 'F Inbox', pipeline: 10 })];
    const after = [deal('moved', { stage: 'A Closed', pipeline: 10 }), deal('same'), deal('new')];
    const difference = diffDeals(before, after);
    expect(difference).toEqual({
      added: [after[2]],
      removed: [before[0]],
      changed: [{ before: before[2], after: after[0] }],
    });
    expect(difference.changed.map(changedFields)).toEqual([
      [{ field: 'stage', before: 'F Inbox', after: 'A Closed' }],
    ]);
  });

  it('compares normalised values: another spelling is no change', () => {
    const difference = diffDeals(
      [deal('1', { stage: 'won', poa_date: '2026-03-01' })],
      [deal('1', { stage: 'A Closed', poa_date: new Date('2026-03-01') })],
    );
    expect(difference).toEqual({ added: [], removed: [], changed: [] });
  });

  it('counts the later of two deals with one id, and reports the earlier as removed', () => {
    const [first, second] = [deal('1', { stage: 'Lost' }), deal('1')];
    expect(diffDeals([first, second], [deal('1')])).toEqual({ added: [], removed: [first], changed: [] });
  });
});

it('tells in what a removed row differs from the one that stays, as people read it', () => {
  const kept = aDealWith({ pipeline: 10, discovery_date: 20_000 });
  const removed = aDealWith({ client: 'ACME', pipeline: 10, owner: 'Ann', discovery_date: 19_999 });
  expect(rowDifferences(removed, kept)).toEqual([
    { field: 'discovery_date', removed: '2024-10-03', kept: '2024-10-04' },
    { field: 'client', removed: 'ACME', kept: 'Acme' },
    { field: 'owner', removed: 'Ann', kept: null },
  ]);
  expect(rowDifferences(kept, kept)).toEqual([]);
});
