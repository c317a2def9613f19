import { diffDeals, normaliseStored } from '@app/domain';
import fc from 'fast-check';
import { dealIds, digestOf } from './shown.js';

const deal = (id: string, pipeline: number | null) =>
  normaliseStored({ id, client: `Client ${id}`, pipeline });
const dataset = fc
  .uniqueArray(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom(null, 1, 2)), {
    selector: ([id]) => id,
  })
  .map((deals) => deals.map(([id, pipe]) => deal(id, pipe)));

it('gives two differences one digest exactly when they are the same', () => {
  fc.assert(
    fc.property(dataset, dataset, dataset, dataset, (before, after, otherBefore, otherAfter) => {
      const [one, other] = [diffDeals(before, after), diffDeals(otherBefore, otherAfter)];
      const told = ({ added, changed, removed }: typeof one) => [added, changed, removed.map(({ id }) => id)];
      const isSame = JSON.stringify(told(one)) === JSON.stringify(told(other));
      expect(digestOf(one) === digestOf(other)).toBe(isSame);
    }),
  );
});

describe('ids of new deals', () => {
  const RUN = '0b2b5d2e-6a0e-4a63-9d0f-fffffffffffe';

  it('are the same each time a run reads its file, and another for each row', () => {
    const rows = Array.from({ length: 1000 }, (_, at) => ({ row: at + 2 }));
    const ids = rows.map(dealIds(RUN));
    expect(rows.map(dealIds(RUN))).toEqual(ids);
    expect(new Set(ids).size).toBe(rows.length);
    expect(ids.slice(0, 2)).toEqual([
      '0b2b5d2e-6a0e-4a63-9d0f-000000000000',
      '0b2b5d2e-6a0e-4a63-9d0f-000000000001',
    ]);
  });

  it('are others in another run', () => {
    const [one, other] = [dealIds(crypto.randomUUID()), dealIds(crypto.randomUUID())];
    expect(one({ row: 2 })).not.toBe(other({ row: 2 }));
  });
});
