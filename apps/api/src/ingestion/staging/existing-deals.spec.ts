import { type Deal, toStored } from '@app/domain';
import { type Collection, type Document, ObjectId } from 'mongodb';
import { readExisting } from './existing-deals.js';

const CREATED = '2026-11-22T10:00:00Z';
const DEAL: Deal = {
  ...{ id: 'deal', month: '2026-11', discovery_date: 20_000, client: 'Acme', hubspot_link: null },
  ...{ stage: 'Lost', relevance: null, show_noshow: null, poa_date: null, expected_mrr: 1.5 },
  ...{ expected_arr: null, pipeline: 5, type_of_deal: null, bdr: 'Ann', type_of_source: null },
  ...{ product: null, owner: 'Ann', supporters: null, billing_start: null },
};

/** As the driver hands it out: nothing is shared with another document. */
const stored = (_id: unknown, id: string, position?: number): Document => ({
  ...toStored({ ...DEAL, id }, new Date(CREATED)),
  ...(position !== undefined && { sheet_position: position }),
  _id,
});

async function read(documents: readonly Document[]) {
  const collection = { find: () => documents };
  const existing = await readExisting(collection as unknown as Collection);
  const ids = existing.deals.map((_, place) => existing.ids.at(place));
  return { ...existing, ids, names: existing.deals.map(({ id }) => id) };
}

describe('the deals that are there', () => {
  it('are in the order of their sheet, whatever order they are handed out in', async () => {
    const [one, two, three] = [stored(1, 'one', 10), stored(2, 'two', 20), stored(3, 'three')];
    const sorted = await read([one, two, three]);
    expect(sorted.names).toEqual(['one', 'two', 'three']);
    expect(await read([three, two, one])).toEqual(sorted);
  });

  it('keep every kind of _id, place, and note of what is more or unlike', async () => {
    const objectId = new ObjectId();
    const made = () => [
      { ...stored(objectId, 'more', 1), extra: 1 },
      { ...stored(7, 'unlike', 2), owner: ' Ann ' },
      stored('text', 'plain', 3),
    ];
    for (const documents of [made(), made().reverse()]) {
      const { names, ids, positions, createdAt, hasMore, unlike } = await read(documents);
      expect(names).toEqual(['more', 'unlike', 'plain']);
      expect(ids).toEqual([objectId, 7, 'text']);
      expect(positions).toEqual([1, 2, 3]);
      expect(createdAt).toEqual([CREATED, CREATED, CREATED].map((instant) => new Date(instant)));
      expect([[...hasMore], [...unlike]]).toEqual([[0], [1]]);
    }
  });

  it('share what is equal', async () => {
    const { createdAt } = await read([stored(1, 'one', 1), stored(2, 'two', 2)]);
    expect(createdAt[0]).toBe(createdAt[1]);
  });
});
