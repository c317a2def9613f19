import { jest } from '@jest/globals';
import { Long, type Document, type Filter } from 'mongodb';
import { Collection } from '../storage/collection.js';
import { startTestServer, type TestServer } from '../testing/test-server.js';

type Row = Document & { _id: unknown };

const MANY = 6_000;
const LONG_TEXT = 'x'.repeat(3_000);

/** Ids of many types; some of them have one key in the index: they are rounded, or shortened. */
function idOf(at: number): unknown {
  const kinds = [
    () => at - 2_000,
    () => at / 7,
    () => `deal ${at}`,
    () => new Date(at * 1_000),
    () => ({ at }),
    () => Long.fromString('9007199254740992').add(at % 40),
    () => `${LONG_TEXT}${(at * 7_919) % MANY}`,
  ];
  return kinds[at % 70 < 68 ? at % 5 : (at % 2) + 5]?.();
}

describe('The first of a list in the order of ids', () => {
  let server: TestServer;
  beforeAll(async () => (server = await startTestServer()));
  afterAll(() => server.stop());
  afterEach(() => jest.restoreAllMocks());

  async function filled() {
    const rows = server.collection<Row>();
    await rows.createIndex({ kind: 1, at: 1 });
    const ids = new Map(Array.from({ length: MANY }, (_, at) => [JSON.stringify(idOf(at)), idOf(at)]));
    const all = [...ids.values()].map((_id, at) => ({ _id, kind: at % 997 === 0 ? 'rare' : 'usual', at }));
    await rows.insertMany(all);
    return rows;
  }

  it('is the one that all of it sorted begins with, whatever the ids are', async () => {
    const rows = await filled();
    const filters: Filter<Row>[] = [
      {},
      { kind: 'usual' },
      { kind: 'rare' },
      { kind: 'none' },
      { at: { $in: [3, 503, 4_003] } },
      { _id: { $gte: 100, $lt: 3_000 } } as never,
      { _id: { $lt: 'deal 3' }, kind: 'usual' } as never,
      { _id: { $in: [3, 'deal 7', -1_995] } } as never,
      { $or: [{ at: 5 }, { kind: 'rare' }] },
    ];
    for (const filter of filters)
      for (const direction of [1, -1] as const)
        for (const [skip, limit] of [
          [0, 1],
          [0, 7],
          [33, 60],
          [0, 900],
        ] as const) {
          const page = (sort: Record<string, 1 | -1>) =>
            rows.find(filter).sort(sort).skip(skip).limit(limit).toArray();
          const what = { filter, direction, skip, limit };
          // In an order of two fields all are gathered.
          const expected = await page({ _id: direction, no: 1 });
          expect({ ...what, found: await page({ _id: direction }) }).toEqual({ ...what, found: expected });
        }
  });

  it('costs what is on the page, not what is in the collection', async () => {
    const rows = await filled();
    const read = jest.spyOn(Collection.prototype, 'read');
    const looks = async (filter: Filter<Row>) => {
      read.mockClear();
      await rows.find(filter).sort({ _id: -1 }).limit(20).toArray();
      return read.mock.calls.length;
    };
    expect(await looks({})).toBeLessThan(100);
    expect(await looks({ kind: 'usual' })).toBeLessThan(100);
    expect(await looks({ at: { $gte: 0 } })).toBeLessThan(100);
    // Few have it: after some looks the index of kinds names them.
    expect(await looks({ kind: 'rare' })).toBeLessThan(MANY / 2);
  });

  it('is whole when others write while it is read', async () => {
    const rows = await filled();
    const writing = Array.from({ length: 20 }, (_, at) =>
      rows.updateMany({ kind: 'rare' }, { $set: { written: at } }),
    );
    const reading = Array.from({ length: 20 }, () =>
      rows.find({ kind: 'rare' }).sort({ _id: -1 }).limit(50).toArray(),
    );
    const pages = await Promise.all(reading);
    await Promise.all(writing);
    const expected = await rows.distinct('at', { kind: 'rare' });
    for (const page of pages)
      expect(page.map(({ at }) => at as number).toSorted()).toEqual(expected.toSorted());
  });
});
