import type { AsherPov, Problem, View } from '@app/contracts';
import type { Client } from '../support/app.js';
import {
  aBoard,
  POV_OWNER,
  ProductWithBoards,
  readBoard,
  saveBoard,
  versionsOf,
} from '../support/product-with-boards.js';

let product: ProductWithBoards;
let owner: Client;
let viewer: Client;
let pov: string;

beforeAll(async () => {
  product = await ProductWithBoards.start({ AUTH_DEMO: '1', ASHER_POV_EMAIL: 'Asher@Primelis.com' });
  owner = await product.signIn(POV_OWNER);
  viewer = await product.signIn('signal@example.com');
  pov = product.pathOf('Signal', 'pov');
});
afterAll(() => product.stop());
beforeEach(async () => {
  for (const name of ['board_versions', 'asher_pov']) await product.collection(name).deleteMany({});
});

const NOTHING = {
  preferences: { next_14_days: [], next_30_60_days: [], next_60_90_days: [] },
  updated_at: null,
  revision: 0,
  saved_by: null,
  note: null,
};

describe("Asher's point of view", () => {
  it('is written by its owner, and read by everybody who opens the view', async () => {
    expect(await readBoard(viewer, pov)).toEqual(NOTHING);
    const { status, body, headers } = await saveBoard(owner, pov, aBoard('a'), '"0"', 'After the call');
    expect([status, headers.get('etag')]).toEqual([200, '"1"']);
    expect(body).toMatchObject({
      preferences: aBoard('a'),
      revision: 1,
      saved_by: POV_OWNER,
      note: 'After the call',
    });
    expect(await readBoard(viewer, pov)).toEqual(body);
    expect((await viewer.get(product.pathOf('Organic', 'pov'))).status).toBe(404);
    expect((await product.running.app.client().get(pov)).status).toBe(401);
  });

  it('is stored as the contract shows', async () => {
    const { body } = await saveBoard(owner, pov, aBoard('a'));
    const [stored, ...others] = await product.collection('asher_pov').find().toArray();
    expect(others).toEqual([]);
    expect(stored).toMatchObject({ view_id: product.idOf('Signal'), preferences: aBoard('a') });
    expect(stored?.updated_at).toEqual(new Date(body.updated_at ?? ''));
    expect(stored?.timestamp).toBe(`${body.updated_at?.slice(0, 19).replace('T', ' ')} UTC`);
  });

  it('is nobody else’s to write, whatever their role', async () => {
    const { body } = await saveBoard(owner, pov, aBoard('a'));
    const [version] = (await versionsOf(viewer, pov)).items;
    const demo = product.running.app.client();
    await demo.get('/api/auth/config');
    await demo.post('/api/auth/demo');
    const others = [product.admin, viewer, demo, await product.signIn('master@example.com')];
    const answers = others.map(async (client) => [
      (await saveBoard(client, pov, aBoard('b'))).status,
      (await client.delete(pov)).status,
      (await client.post(`${pov}/versions/${version?.id}/restore`)).status,
    ]);
    const [admin, theirs, demos, closed] = await Promise.all(answers);
    expect([admin, theirs, demos]).toEqual([403, 403, 403].map(() => [403, 403, 403]));
    // Who cannot open the view does not learn that there is one.
    expect(closed).toEqual([404, 404, 404]);
    expect(await readBoard(viewer, pov)).toEqual(body);
    const { body: problem } = await product.admin.put<Problem>(pov, { preferences: {} });
    expect(problem.detail).toMatch(/Only its owner/);
  });

  it('is out of reach of its owner in a view that they cannot open', async () => {
    expect((await saveBoard(owner, product.pathOf('Organic', 'pov'), aBoard('a'))).status).toBe(404);
    expect(await product.collection('asher_pov').countDocuments()).toBe(0);
  });

  it('says in the view who may write it', async () => {
    const rights = async (client: Client) =>
      (await client.get<View>(`/api/views/${product.idOf('Signal')}`)).body.can;
    expect(await rights(owner)).toEqual(['read', 'upload', 'write_pov']);
    expect(await rights(product.admin)).not.toContain('write_pov');
    expect(await rights(viewer)).not.toContain('write_pov');
  });

  it('keeps versions with their notes, and brings one back', async () => {
    await saveBoard(owner, pov, aBoard('a'), undefined, 'First');
    await saveBoard(owner, pov, aBoard('b'), undefined, 'Second');
    expect((await owner.delete(pov, { 'if-match': '"1"' })).status).toBe(412);
    expect((await owner.delete(pov, { 'if-match': '"2"' })).status).toBe(204);
    expect(await readBoard(viewer, pov)).toEqual({ ...NOTHING, revision: 3 });
    const { items } = await versionsOf(viewer, pov);
    expect(items.map(({ kind, note }) => [kind, note])).toEqual([
      ['reset', null],
      ['save', 'Second'],
      ['save', 'First'],
    ]);
    const first = `${pov}/versions/${items[2]?.id}`;
    expect((await viewer.get(first)).body).toMatchObject({ preferences: aBoard('a'), note: 'First' });
    const { body } = await owner.post<AsherPov>(`${first}/restore`, undefined, { 'if-match': '"3"' });
    expect(body).toMatchObject({ preferences: aBoard('a'), revision: 4, note: 'First', saved_by: POV_OWNER });
  });

  it('takes another note for the same board', async () => {
    await saveBoard(owner, pov, aBoard('a'), undefined, 'First');
    const { body } = await saveBoard(owner, pov, aBoard('a'), '"1"', 'Second');
    expect(body).toMatchObject({ revision: 2, note: 'Second' });
    expect((await saveBoard(owner, pov, aBoard('a'), '"2"', 'x'.repeat(501))).status).toBe(400);
  });

  it('keeps what is said about a board without deals', async () => {
    await saveBoard(owner, pov, aBoard('a'), undefined, 'First');
    const { body } = await saveBoard(owner, pov, NOTHING.preferences, '"1"', 'Nothing closes');
    expect(body).toMatchObject({ revision: 2, note: 'Nothing closes', saved_by: POV_OWNER });
    expect(await readBoard(viewer, pov)).toEqual(body);
  });

  it.each([
    ['text in updated_at', { updated_at: '2025-01-15 14:30:00 UTC' }],
    ['text in timestamp alone', { timestamp: '2025-01-15 14:30:00 UTC' }],
    ['both', { timestamp: 'yesterday', updated_at: new Date('2025-01-15T14:30:00Z') }],
  ])('is read from documents of other software: %s', async (_, dates) => {
    await product
      .collection('asher_pov')
      .insertOne({ view_id: product.idOf('Signal'), preferences: aBoard('a'), ...dates });
    expect(await readBoard(viewer, pov)).toEqual({
      preferences: aBoard('a'),
      updated_at: '2025-01-15T14:30:00.000Z',
      revision: 1,
      saved_by: null,
      note: null,
    });
  });

  it('is nothing where other software left it empty', async () => {
    await product
      .collection('asher_pov')
      .insertOne({ view_id: product.idOf('Signal'), preferences: {}, timestamp: '2025-01-15 14:30:00 UTC' });
    expect(await readBoard(viewer, pov)).toMatchObject({
      preferences: NOTHING.preferences,
      updated_at: null,
    });
  });
});
