import type { BoardPreferences, BoardVersionContent, Problem } from '@app/contracts';
import type { Client } from '../support/app.js';
import {
  aBoard,
  ProductWithBoards,
  readBoard,
  saveBoard,
  versionsOf,
} from '../support/product-with-boards.js';

const NOTHING = {
  preferences: { next_14_days: [], next_30_60_days: [], next_60_90_days: [] },
  updated_at: null,
  revision: 0,
};

let product: ProductWithBoards;
let admin: Client;
let viewer: Client;
let signal: string;

beforeAll(async () => {
  product = await ProductWithBoards.start({ AUTH_DEMO: '1' });
  admin = product.admin;
  viewer = await product.signIn('signal@example.com');
  signal = product.pathOf('Signal');
});
afterAll(() => product.stop());
beforeEach(async () => {
  for (const name of ['board_versions', 'user_projections_preferences', 'user_pipeline_preferences'])
    await product.collection(name).deleteMany({});
});

const idsIn = ({ preferences }: BoardPreferences): unknown[] =>
  (preferences.next_14_days ?? []).map(({ id }) => id);

describe('the own board', () => {
  it('has empty columns where nobody saved', async () => {
    const { body, headers } = await admin.get(signal);
    expect([body, headers.get('etag')]).toEqual([NOTHING, '"0"']);
    expect((await admin.get(product.pathOf('Signal', 'pipeline'))).body).toEqual({
      preferences: { intro: [], poa_booked: [], proposal_sent: [], legal: [] },
      updated_at: null,
      revision: 0,
    });
    expect(await product.collection('user_projections_preferences').countDocuments()).toBe(0);
  });

  it('is stored in the shape of the contract', async () => {
    const sent = {
      next_14_days: [
        {
          id: 'a',
          client: 'Acme',
          pipeline: 60_000,
          probability: 90,
          owner: 'Jane',
          stage: 'B Legals',
          hidden: true,
        },
      ],
      next_30_60_days: [],
      next_60_90_days: [],
    };
    const { status, body, headers } = await saveBoard(viewer, signal, sent, '"0"');
    expect([status, body.preferences, body.revision, headers.get('etag')]).toEqual([200, sent, 1, '"1"']);
    const stored = await product.collection('user_projections_preferences').find().toArray();
    expect(stored).toMatchObject([
      {
        user_id: expect.stringMatching(/^user-signal/) as string,
        view_id: product.idOf('Signal'),
        preferences: sent,
      },
    ]);
    expect(stored[0]?.updated_at).toEqual(new Date(body.updated_at ?? ''));
    expect(await readBoard(viewer, signal)).toEqual(body);
  });

  it('is one a person and view: nobody else is touched', async () => {
    await saveBoard(admin, signal, aBoard('mine'));
    await saveBoard(viewer, signal, aBoard('theirs'));
    await saveBoard(admin, product.pathOf('Organic'), aBoard('elsewhere'));
    await saveBoard(admin, product.pathOf('Master'), aBoard('master'));
    await saveBoard(admin, product.pathOf('Signal', 'pipeline'), { legal: [{ id: 'card' }] });
    expect([
      idsIn(await readBoard(admin, signal)),
      idsIn(await readBoard(viewer, signal)),
      idsIn(await readBoard(admin, product.pathOf('Organic'))),
      idsIn(await readBoard(admin, product.pathOf('Master'))),
      (await readBoard(admin, product.pathOf('Signal', 'pipeline'))).preferences.legal,
    ]).toEqual([['mine'], ['theirs'], ['elsewhere'], ['master'], [{ id: 'card', hidden: false }]]);
    const [theirs] = (await versionsOf(viewer, signal)).items;
    expect((await admin.get(`${signal}/versions/${theirs?.id}`)).status).toBe(404);
    expect((await admin.post(`${signal}/versions/${theirs?.id}/restore`)).status).toBe(404);
  });

  it('is written by everybody who opens the view, the demo user too, and by nobody else', async () => {
    const demo = product.running.app.client();
    await demo.get('/api/auth/config');
    await demo.post('/api/auth/demo');
    expect((await saveBoard(demo, signal, aBoard('demo'))).status).toBe(200);
    expect((await saveBoard(viewer, product.pathOf('Organic'), aBoard('no'))).status).toBe(404);
    expect((await viewer.get(product.pathOf('Organic'))).status).toBe(404);
    expect((await viewer.delete(product.pathOf('Organic'))).status).toBe(404);
    expect((await viewer.get(`${product.pathOf('Organic')}/versions`)).status).toBe(404);
    expect((await saveBoard(product.running.app.client(), signal, aBoard('no'))).status).toBe(401);
    expect((await admin.get(`/api/views/${product.idOf('Signal')}/preferences/other`)).status).toBe(404);
    const forged = await admin.put(signal, { preferences: {} }, { 'x-xsrf-token': 'no' });
    expect(forged.status).toBe(403);
  });
});

describe('two browsers', () => {
  it('do not overwrite each other unsaid', async () => {
    await saveBoard(admin, signal, aBoard('a'), '"0"');
    const { status, body } = await saveBoard(admin, signal, aBoard('b'), '"0"');
    expect([status, body.errors.map(({ field }) => field)]).toEqual([412, ['If-Match']]);
    expect(body.detail).toMatch(/at revision 1: admin@example\.com saved it on \d{4}-/);
    expect(idsIn(await readBoard(admin, signal))).toEqual(['a']);
    expect((await saveBoard(admin, signal, aBoard('b'), '"1"')).body.revision).toBe(2);
    expect((await admin.delete(signal, { 'if-match': '"1"' })).status).toBe(412);
    expect((await saveBoard(admin, signal, aBoard('c'))).status).toBe(200);
    expect((await saveBoard(admin, signal, aBoard('d'), '"99"')).status).toBe(412);
  });

  it('may send the same twice, such as when an answer was lost', async () => {
    await saveBoard(admin, signal, aBoard('a'), '"0"');
    expect((await saveBoard(admin, signal, aBoard('a'), '"0"')).body.revision).toBe(1);
    expect((await versionsOf(admin, signal)).total).toBe(1);
  });

  it.each([1, 2, 3, 4, 5])('who save on one revision at once: one wins (%i)', async () => {
    const writers = await Promise.all(
      ['a', 'b', 'c', 'd'].map((id) => saveBoard(admin, signal, aBoard(id), '"0"')),
    );
    expect(writers.map(({ status }) => status).toSorted()).toEqual([200, 412, 412, 412]);
    const winner = writers.find(({ status }) => status === 200);
    expect(idsIn(await readBoard(admin, signal))).toEqual(winner && idsIn(winner.body));
  });
});

describe('versions', () => {
  it('keep each save and each reset, and bring them back', async () => {
    await saveBoard(admin, signal, aBoard('a', 'b'));
    const hidden = { next_60_90_days: [{ id: 'c', hidden: true }] };
    await saveBoard(admin, signal, hidden);
    expect((await admin.delete(signal)).status).toBe(204);
    expect(await readBoard(admin, signal)).toEqual({ ...NOTHING, revision: 3 });
    const { items, total, next_cursor } = await versionsOf(admin, signal);
    expect([total, next_cursor]).toEqual([3, null]);
    expect(
      items.map(({ kind, revision, saved_by, deals, hidden: gone, note }) => [
        kind,
        revision,
        saved_by,
        deals,
        gone,
        note,
      ]),
    ).toEqual([
      ['reset', 3, 'admin@example.com', 0, 0, null],
      ['save', 2, 'admin@example.com', 1, 1, null],
      ['save', 1, 'admin@example.com', 2, 0, null],
    ]);
    const nothing = { moved: 0, hidden: 0, shown: 0, weighed: 0, added: 0, removed: 0 };
    expect(items.map(({ changes }) => changes)).toEqual([
      { ...nothing, removed: 1 },
      { ...nothing, added: 1, removed: 2 },
      expect.objectContaining({ added: 0, removed: 0 }),
    ]);
    expect(items.map(({ projected }) => projected)).toEqual([null, 0, expect.any(Number)]);
    const first = `${signal}/versions/${items[2]?.id}`;
    const { body: content } = await admin.get<BoardVersionContent>(first);
    expect(content).toEqual({ ...items[2], preferences: aBoard('a', 'b') });
    const stale = await admin.post<Problem>(`${first}/restore`, undefined, { 'if-match': '"2"' });
    expect(stale.status).toBe(412);
    const { status, body } = await admin.post<BoardPreferences>(`${first}/restore`, undefined, {
      'if-match': '"3"',
    });
    expect([status, body.revision, idsIn(body)]).toEqual([200, 4, ['a', 'b']]);
    const [restored] = (await versionsOf(admin, signal)).items;
    expect(restored).toMatchObject({ kind: 'restore', restored_version: items[2]?.id });
    expect(restored?.changes).toMatchObject({ moved: 0, hidden: 0 });
    expect((await admin.get(`${signal}/versions/nothing`)).status).toBe(404);
  });

  it('are the last fifty', async () => {
    for (let at = 1; at <= 55; at += 1) await saveBoard(admin, signal, aBoard(`deal-${at}`));
    const { items, total } = await versionsOf(admin, signal);
    expect([total, items[0]?.revision, items.at(-1)?.revision]).toEqual([50, 55, 6]);
    const old = await product.collection('board_versions').findOne({ revision: 5 });
    expect((await admin.get(`${signal}/versions/${old?.id}`)).status).toBe(404);
    await product.collection('board_versions').updateMany({}, { $set: { at: new Date('2026-01-01') } });
    await saveBoard(admin, signal, aBoard('one more'));
    expect(await product.collection('board_versions').countDocuments()).toBe(50);
  });

  it('have nothing of a reset that changed nothing', async () => {
    expect((await admin.delete(signal)).status).toBe(204);
    expect((await versionsOf(admin, signal)).items).toEqual([]);
  });
});
