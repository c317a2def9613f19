import { ObjectId } from 'mongodb';
import type { Client } from '../support/app.js';
import {
  aBoard,
  ProductWithBoards,
  readBoard,
  saveBoard,
  versionsOf,
} from '../support/product-with-boards.js';

const USER = 'user-signal-1767225600';

let product: ProductWithBoards;
let viewer: Client;
let projections: string;
let pipeline: string;
let key: { user_id: string; view_id: string };

beforeAll(async () => {
  product = await ProductWithBoards.start();
  viewer = await product.signIn('signal@example.com');
  projections = product.pathOf('Signal');
  pipeline = product.pathOf('Signal', 'pipeline');
  const user = await product.collection('users').findOne({ email: 'signal@example.com' });
  key = { user_id: String(user?.id ?? USER), view_id: product.idOf('Signal') };
});
afterAll(() => product.stop());
beforeEach(async () => {
  const names = [
    'board_versions',
    'user_projections_preferences',
    'user_pipeline_preferences',
    'user_preferences',
  ];
  for (const name of names) await product.collection(name).deleteMany({});
});

const theirs = () => product.collection('user_projections_preferences');

/** What other software stores. */
const store = (preferences: object, more: object = {}) =>
  theirs().replaceOne(
    key,
    { ...key, preferences, updated_at: new Date('2026-01-15T14:30:00Z'), ...more },
    { upsert: true },
  );

describe('boards that other software stored', () => {
  it('are read in the older shape, and written back in the names of the contract', async () => {
    await store({
      next14: [
        { id: 'b', hidden: false, deleted: false, probability: 75, order: 1 },
        { id: 'a', hidden: false, deleted: true, probability: 33, order: 0 },
      ],
      next30: [{ id: 'c', hidden: true }],
      next60: [],
      delayed: [{ id: 'd', hidden: false }],
    });
    const board = await readBoard(viewer, projections);
    const read = {
      next_14_days: [
        { id: 'a', hidden: true },
        { id: 'b', hidden: false, probability: 75 },
      ],
      next_30_60_days: [{ id: 'c', hidden: true }],
      next_60_90_days: [],
      delayed: [{ id: 'd', hidden: false }],
    };
    expect(board).toEqual({ preferences: read, updated_at: '2026-01-15T14:30:00.000Z', revision: 1 });
    const changed = { ...read, delayed: [] };
    expect((await saveBoard(viewer, projections, changed, '"1"')).status).toBe(200);
    const { delayed: _, ...stored } = changed;
    expect((await theirs().findOne(key))?.preferences).toEqual(stored);
  });

  it('keep keys that the product does not know: of the document, the board, and each deal', async () => {
    await store(
      {
        ...aBoard('a', 'b'),
        next_30_60_days: [{ id: 'c', colour: 'red', nested: { deep: [1] } }],
        layout: 'wide',
      },
      { theme: 'dark', version: 7 },
    );
    const { preferences, revision } = await readBoard(viewer, projections);
    expect(preferences).toMatchObject({ layout: 'wide', next_30_60_days: [{ colour: 'red' }] });
    // As a client that knows the contract alone sends it, with the deal in another column.
    const sent = { next_14_days: [{ id: 'c', hidden: true }], next_30_60_days: [], next_60_90_days: [] };
    await saveBoard(viewer, projections, sent, `"${revision}"`);
    expect(await theirs().findOne(key)).toMatchObject({
      theme: 'dark',
      version: 7,
      preferences: {
        layout: 'wide',
        next_14_days: [{ id: 'c', hidden: true, colour: 'red', nested: { deep: [1] } }],
      },
    });
    expect((await viewer.delete(projections)).status).toBe(204);
    expect(await theirs().findOne(key)).toMatchObject({
      theme: 'dark',
      preferences: { layout: 'wide', next_14_days: [] },
    });
  });

  it.each([
    ['puts a document without a revision in its place', () => store(aBoard('theirs'))],
    [
      'changes what is in it, and when',
      () => theirs().updateOne(key, { $set: { preferences: aBoard('theirs'), updated_at: new Date() } }),
    ],
    [
      'changes what is in it, and nothing else',
      () => theirs().updateOne(key, { $set: { preferences: aBoard('theirs') } }),
    ],
    ['removes it', () => theirs().deleteOne(key)],
  ])('tell whoever looked before: one %s', async (_, write) => {
    await saveBoard(viewer, projections, aBoard('first'), '"0"');
    await saveBoard(viewer, projections, aBoard('mine'), '"1"');
    await write();
    const { status, body } = await saveBoard(viewer, projections, aBoard('late'), '"2"');
    expect([status, body.detail]).toEqual([
      412,
      expect.stringMatching(/revision 3: other software wrote it/),
    ]);
    expect((await readBoard(viewer, projections)).revision).toBe(3);
    const { items } = await versionsOf(viewer, projections);
    expect(items.map(({ kind, saved_by }) => [kind, saved_by])).toEqual([
      ['found', null],
      ['save', 'signal@example.com'],
      ['save', 'signal@example.com'],
    ]);
    expect((await saveBoard(viewer, projections, aBoard('again'), '"3"')).body.revision).toBe(4);
    expect((await theirs().findOne(key))?.preferences).toEqual(aBoard('again'));
  });

  it('tell of the second write of other software, too', async () => {
    await store(aBoard('one'));
    expect((await readBoard(viewer, projections)).revision).toBe(1);
    await store(aBoard('two'));
    expect((await saveBoard(viewer, projections, aBoard('late'), '"1"')).status).toBe(412);
    expect((await versionsOf(viewer, projections)).total).toBe(2);
  });

  it('are the newest of two about one person and view', async () => {
    const indexes = await theirs().indexes();
    await theirs().dropIndexes();
    try {
      await theirs().insertMany([
        { ...key, preferences: aBoard('new'), updated_at: '2026-03-01T00:00:00Z' },
        { ...key, preferences: aBoard('old'), updated_at: new Date('2026-02-01') },
        { ...key, preferences: aBoard('undated') },
      ]);
      const { preferences, revision, updated_at } = await readBoard(viewer, projections);
      expect([preferences, updated_at]).toEqual([aBoard('new'), '2026-03-01T00:00:00.000Z']);
      await saveBoard(viewer, projections, aBoard('mine'), `"${revision}"`);
      expect((await readBoard(viewer, projections)).preferences).toEqual(aBoard('mine'));
      expect(
        await theirs().countDocuments({ 'preferences.next_14_days.0.id': { $in: ['old', 'undated'] } }),
      ).toBe(2);
    } finally {
      await theirs().deleteMany({});
      const own = indexes.filter(({ name }) => name !== '_id_');
      await theirs().createIndexes(own.map(({ key: fields, unique = false }) => ({ key: fields, unique })));
    }
  });

  it.each([
    ['a document of nothing', { _id: new ObjectId() }],
    ['no columns', { preferences: null }],
    [
      'columns that are none',
      { preferences: { next_14_days: 'a', next_30_60_days: [null, 7, {}, { hidden: true }] } },
    ],
    [
      'numbers for keys',
      {
        preferences: {
          next_14_days: [{ id: 'a' }],
          'a.b': 1,
          zulu: { z: 1, 2: 'two', 1: 'one', 'c.d': null },
        },
      },
    ],
  ])('may hold anything: %s', async (_, document) => {
    await theirs().insertOne({ ...key, ...document });
    const { revision, preferences: read } = await readBoard(viewer, projections);
    const mine = { ...read, ...aBoard('mine') };
    expect((await saveBoard(viewer, projections, mine, `"${revision}"`)).status).toBe(200);
    expect((await readBoard(viewer, projections)).preferences).toMatchObject(aBoard('mine'));
    expect(
      (await theirs().find(key).toArray()).map(({ preferences }) => preferences as object),
    ).toMatchObject([aBoard('mine')]);
  });
});

describe('the older pipeline board', () => {
  const older = {
    key: 'pipeline_board_signal',
    user_email: 'Signal@Example.com',
    type: 'pipeline_board',
    deal_stages: { 'deal-1': 'B Legals', 'deal-2': 'C Proposal sent', 'deal-3': 'B Legals' },
    deal_order: ['deal-3', 'deal-2', 'deal-1'],
    hidden_deals: ['deal-2'],
  };
  const stored = {
    legal: [{ id: 'deal-3' }, { id: 'deal-1' }],
    proposal_sent: [{ id: 'deal-2', hidden: true }],
  };

  beforeEach(async () => {
    const others = [
      { ...older, view_id: 'view-other', deal_order: ['no'], deal_stages: {} },
      { ...older, view_id: key.view_id, user_email: 'organic@example.com', deal_order: ['no'] },
      { ...older, view_id: key.view_id, type: 'other', deal_order: ['no'] },
    ];
    await product.collection('user_preferences').insertMany([{ ...older, view_id: key.view_id }, ...others]);
  });

  it('is read for its owner, in whatever case the address is, while there is no other', async () => {
    const board = await readBoard(viewer, pipeline);
    expect(board.preferences).toMatchObject(stored);
    expect(board.revision).toBe(1);
    const [found] = (await versionsOf(viewer, pipeline)).items;
    expect(found).toMatchObject({ kind: 'found', deals: 3, hidden: 1 });
    expect(await product.collection('user_pipeline_preferences').countDocuments()).toBe(0);
  });

  it('gives way to a save, stays as it is, and does not come back with a reset', async () => {
    const { preferences } = await readBoard(viewer, pipeline);
    const saved = await saveBoard(viewer, pipeline, { ...preferences, legal: [{ id: 'deal-1' }] }, '"1"');
    expect([saved.status, saved.body.revision]).toEqual([200, 2]);
    expect(await product.collection('user_pipeline_preferences').find().toArray()).toMatchObject([
      { ...key, preferences: { legal: [{ id: 'deal-1', hidden: false }] } },
    ]);
    expect((await viewer.delete(pipeline)).status).toBe(204);
    expect(await readBoard(viewer, pipeline)).toMatchObject({ preferences: { legal: [] }, updated_at: null });
    expect(await product.collection('user_preferences').countDocuments(older)).toBe(1);
  });

  it('is gone after a reset that nothing was saved before', async () => {
    expect((await viewer.delete(pipeline)).status).toBe(204);
    expect(await readBoard(viewer, pipeline)).toMatchObject({
      preferences: { legal: [] },
      updated_at: null,
      revision: 2,
    });
  });
});

describe('a save that was interrupted', () => {
  it('after its version was kept is brought in by the next who reads', async () => {
    await saveBoard(viewer, projections, aBoard('first'));
    const before = await theirs().findOne(key);
    await saveBoard(viewer, projections, aBoard('second'));
    // As it is when the process died in between.
    await theirs().replaceOne(key, before ?? {});
    const { preferences, revision } = await readBoard(viewer, projections);
    expect([preferences, revision]).toEqual([aBoard('second'), 2]);
    expect(await theirs().findOne(key)).toMatchObject({ preferences: aBoard('second'), revision: 2 });
    expect((await versionsOf(viewer, projections)).total).toBe(2);
  });

  it('does not undo what other software stored since', async () => {
    await saveBoard(viewer, projections, aBoard('first'));
    await saveBoard(viewer, projections, aBoard('second'));
    await store(aBoard('theirs'));
    expect((await readBoard(viewer, projections)).preferences).toEqual(aBoard('theirs'));
    const { items } = await versionsOf(viewer, projections);
    expect(items.map(({ kind }) => kind)).toEqual(['found', 'save', 'save']);
  });
});
