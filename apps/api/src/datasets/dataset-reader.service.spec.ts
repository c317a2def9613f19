import { normaliseStored } from '@app/domain';
import { aView } from '../testing/views.js';
import type { StoredView } from '../views/stored-view.js';
import { CollectionMovedError, DatasetReader } from './dataset-reader.service.js';
import type { Dataset } from './dataset.js';
import { IdPacker } from './packed-ids.js';
import { recordRefs } from './record-refs.js';
import { type StagedRecords, StagedRecordsBuilder } from './staged-records.js';

const dataset = {
  view: { name: 'Signal', collection: 'sales_records_signal' },
  state: { collection: 'sales_records_signal', uuid: 'a' },
  refs: { at: (position: number) => position },
} as unknown as Dataset;

const reader = (byIds: () => Promise<object[]>, uuid = 'a') =>
  new DatasetReader(
    {} as never,
    { uuidOf: () => Promise.resolve(uuid) } as never,
    { byIds } as never,
    {} as never,
  );

describe('records at positions of a dataset', () => {
  it('are those of its collection', async () => {
    const found = [{ client: 'Acme' }];
    expect(await reader(() => Promise.resolve(found)).recordsAt(dataset, [0])).toBe(found);
  });

  it.each([
    ['of another collection under its name', reader(() => Promise.resolve([{}]), 'b')],
    ['of which one is gone', reader(() => Promise.resolve([]))],
    ['whose cursor a rename ended', reader(() => Promise.reject(withCode(175)))],
    ['whose collection was dropped', reader(() => Promise.reject(withCode(26)))],
  ])('%s have moved', async (_, moved) => {
    await expect(moved.recordsAt(dataset, [0])).rejects.toThrow(CollectionMovedError);
  });

  it('that cannot be read for another reason say why', async () => {
    await expect(reader(() => Promise.reject(withCode(13))).recordsAt(dataset, [0])).rejects.toThrow('13');
  });
});

describe('all records of a dataset', () => {
  const two = { ...dataset, set: { size: 2 }, refs: packed([0, 1]), isHandedInOrder: true } as Dataset;

  async function all(ids: readonly number[], uuid = 'a'): Promise<unknown[]> {
    const records = {
      // eslint-disable-next-line @typescript-eslint/require-await -- the reader expects batches that arrive
      async *all() {
        yield ids.map((_id) => ({ _id }));
      },
    };
    const collections = { uuidOf: () => Promise.resolve(uuid) };
    const made = new DatasetReader({} as never, collections as never, records as never, {} as never);
    const found: unknown[] = [];
    for await (const batch of made.all(two)) found.push(...batch);
    return found;
  }

  it('are those of its collection, in their order', async () => {
    expect(await all([0, 1])).toEqual([{ _id: 0 }, { _id: 1 }]);
  });

  it.each([
    ['that a later revision has under the same ids', [0, 1], 'b'],
    ['of which one is another', [0, 2], 'a'],
    ['that became more', [0, 1, 2], 'a'],
    ['that became fewer', [0], 'a'],
  ])('%s have moved', async (_, ids, uuid) => {
    await expect(all(ids, uuid)).rejects.toThrow(CollectionMovedError);
  });
});

describe('records of a collection that somebody filled', () => {
  const view = aView({ id: 'signal', name: 'Signal', collection: 'deals' });
  const stored = ['Acme', 'Globex'].map((client, at) => ({ _id: at, client, stage: 'A Closed' }));
  const metadata = { revision: 3, lastUpdate: null, sourceType: null, sample: false, publishing: null };

  /** A database of one collection, which counts how often its records are read. */
  function database(): { reader: DatasetReader; reads: () => number } {
    let reads = 0;
    const collections = {
      all: () => Promise.resolve(new Map([['deals', { name: 'deals', uuid: 'new' }]])),
      count: () => Promise.resolve(stored.length),
    };
    const records = {
      // eslint-disable-next-line @typescript-eslint/require-await -- the reader expects batches that arrive
      async *all() {
        reads += 1;
        yield stored;
      },
    };
    const known = { ofViews: () => Promise.resolve(new Map([['signal', metadata]])) };
    const made = new DatasetReader(known as never, collections as never, records as never, {} as never);
    return { reader: made, reads: () => reads };
  }

  function staged(count = stored.length): StagedRecords {
    const builder = new StagedRecordsBuilder();
    for (const record of stored.slice(0, count)) builder.add(normaliseStored(record), record._id);
    const built = builder.build();
    if (!built) throw new Error('Nothing was staged.');
    return built;
  }

  it('are taken as they are once it is the live one, and the same as if they were read', async () => {
    const { reader: made, reads } = database();
    const read = await made.read(view);
    made.expect('new', staged());
    const taken = await made.read(view);
    expect(reads()).toBe(1);
    expect(taken).toEqual({ ...read, refs: expect.anything() as unknown });
    expect([0, 1].map((at) => taken.refs.at(at))).toEqual([0, 1]);
  });

  it('are taken once: whoever asks again has them read', async () => {
    const { reader: made, reads } = database();
    made.expect('new', staged());
    await made.read(view);
    await made.read(view);
    expect(reads()).toBe(1);
  });

  it.each([
    ['another collection is live', (made: DatasetReader) => made.expect('other', staged())],
    ['it holds another number of records', (made: DatasetReader) => made.expect('new', staged(1))],
    ['they are forgotten', (made: DatasetReader) => made.expect('new', staged())()],
  ])('are read where %s', async (_, prepare) => {
    const { reader: made, reads } = database();
    prepare(made);
    expect((await made.read(view)).set.size).toBe(stored.length);
    expect(reads()).toBe(1);
  });
});

describe('the collection of a view', () => {
  const signal = aView({ id: 'signal', name: 'Signal', collection: 'old' });
  const moving = { from: 'old', to: 'new', uuid: 'a' };
  const metadata = { revision: 3, lastUpdate: null, sourceType: null, sample: false, publishing: null };

  /** Collections by name at each look, and the view as it is stored at each. */
  async function found(
    view: StoredView,
    looks: Record<string, string>[],
    stored: (StoredView | null)[] = [],
  ) {
    const left = [...looks];
    const collections = {
      all: () =>
        Promise.resolve(
          new Map(Object.entries(left.shift() ?? {}).map(([name, uuid]) => [name, { name, uuid }])),
        ),
      count: () => Promise.resolve(1),
    };
    const known = { ofViews: () => Promise.resolve(new Map([['signal', metadata]])) };
    const views = { asStored: () => Promise.resolve(stored.shift() ?? null) };
    const made = new DatasetReader(known as never, collections as never, {} as never, views as never);
    return (await made.states([view])).get('signal')?.collection;
  }

  it.each([
    ['its own', signal, [{ old: 'a' }], [], 'old'],
    ['before the rename of a move, where it was', { ...signal, moving }, [{ old: 'a' }], [], 'old'],
    ['after it, where it goes', { ...signal, moving }, [{ new: 'a' }], [], 'new'],
    [
      'after it, whatever has the old name by now',
      { ...signal, moving },
      [{ old: 'b', new: 'a' }],
      [],
      'new',
    ],
    ['not the one that had the name before', { ...signal, moving }, [{ old: 'a', new: 'b' }], [], 'old'],
    [
      'looked for again when the view has moved since it was read',
      signal,
      [{ new: 'a' }, { new: 'a' }],
      [{ ...signal, moving }],
      'new',
    ],
    ['none, when the view says the same before and after', signal, [{}], [signal], null],
    ['not known, when the view is gone', signal, [{}], [], undefined],
  ] as const)('is %s', async (_, view, looks, stored, expected) => {
    expect(await found(view, [...looks], [...stored])).toBe(expected);
  });
});

it('reads a collection again that was renamed between the look at it and the reading', async () => {
  const view = {
    ...aView({ id: 'signal', name: 'Signal', collection: 'new' }),
    moving: { from: 'old', to: 'new', uuid: 'a' },
  };
  const metadata = { revision: 3, lastUpdate: null, sourceType: null, sample: false, publishing: null };
  let name = 'old';
  const collections = {
    all: () => Promise.resolve(new Map([[name, { name, uuid: 'a' }]])),
    count: (of: string) => Promise.resolve(of === name ? 1 : 0),
  };
  const asked: string[] = [];
  const records = {
    // eslint-disable-next-line @typescript-eslint/require-await -- the reader expects batches that arrive
    async *all(of: string) {
      asked.push(of);
      name = 'new';
      if (of === name) yield [{ _id: 0, client: 'Acme' }];
    },
  };
  const known = { ofViews: () => Promise.resolve(new Map([['signal', metadata]])) };
  const made = new DatasetReader(known as never, collections as never, records as never, {} as never);
  const { set, state } = await made.read(view);
  expect([asked, set.size, state.collection, state.count]).toEqual([['old', 'new'], 1, 'new', 1]);
});

function packed(ids: readonly unknown[]): Dataset['refs'] {
  const packer = new IdPacker();
  for (const id of ids) packer.add(id);
  return recordRefs(packer.build());
}

const withCode = (code: number) => Object.assign(new Error(`It failed with ${code}.`), { code });
