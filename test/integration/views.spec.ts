import type { Problem, View, ViewPage } from '@app/contracts';
import { type RunningApp, startApp, startDatabase, type TestDatabase } from '../support/app.js';

describe('views', () => {
  let database: TestDatabase;
  let app: RunningApp;
  let views: View[];
  const idOf = (name: string): string => views.find((view) => view.name === name)?.id ?? '';

  beforeAll(async () => {
    database = await startDatabase();
    app = await startApp({ database });
    views = (await (await app.signIn('admin@example.com')).get<ViewPage>('/api/views')).body.items;
  });
  afterAll(async () => {
    await app.stop();
    await database.stop();
  });

  it('are the five of the contract when there were none; Master adds the others up', () => {
    expect(
      views.map(({ name, collection, is_master, is_default }) => [name, collection, is_master, is_default]),
    ).toEqual([
      ['Organic', 'sales_records', false, true],
      ['Signal', 'sales_records_signal', false, false],
      ['Full Funnel', 'sales_records_fullfunnel', false, false],
      ['Market', 'sales_records_market', false, false],
      ['Master', null, true, false],
    ]);
    expect(views.at(-1)?.aggregates_from).toEqual(views.slice(0, 4).map(({ id }) => id));
    expect(views[1]?.data).toEqual({
      revision: 0,
      records_count: 0,
      last_update: null,
      source_type: null,
      sample: false,
      sample_views: [],
      sample_targets: 0,
    });
  });

  it.each([
    [
      'admin@example.com',
      ['Organic', 'Signal', 'Full Funnel', 'Market', 'Master'],
      ['read', 'upload', 'manage'],
    ],
    ['signal@example.com', ['Signal'], ['read', 'upload']],
    ['master@example.com', ['Master'], ['read']],
  ])('%s opens %j', async (email, names, rights) => {
    const { body } = await (await app.signIn(email)).get<ViewPage>('/api/views');
    expect(body.items.map(({ name }) => name)).toEqual(names);
    expect(body.items[0]?.can).toEqual(rights);
    expect(body.total).toBe(names.length);
  });

  it('hide behind the 404 of a view that does not exist', async () => {
    const client = await app.signIn('signal@example.com');
    expect((await client.get(`/api/views/${idOf('Signal')}`)).status).toBe(200);
    const [closed, unknown] = [
      await client.get<Problem>(`/api/views/${idOf('Market')}`),
      await client.get<Problem>('/api/views/view-that-is-not'),
    ];
    expect([closed.status, unknown.status]).toEqual([404, 404]);
    expect(closed.body.detail.replace(idOf('Market'), '?')).toBe(
      unknown.body.detail.replace('view-that-is-not', '?'),
    );
    expect((await app.client().get(`/api/views/${idOf('Signal')}`)).status).toBe(401);
  });

  it('let a super admin change the dedupe rule, and keep every key they do not know', async () => {
    const stored = database.db.collection('views');
    await stored.updateOne(
      { id: idOf('Signal') },
      { $set: { 'targets.custom.of_theirs': '12', colour: 'blue' } },
    );
    const before = await stored.findOne({ id: idOf('Signal') });
    const admin = await app.signIn('admin@example.com');
    const { status, body } = await admin.patch<View>(`/api/views/${idOf('Signal')}`, { dedupe: 'none' });
    expect([status, body.dedupe]).toEqual([200, 'none']);
    expect(await stored.findOne({ id: idOf('Signal') })).toEqual({ ...before, dedupe: 'none' });
  });

  it('refuse another rule, another field, and a viewer', async () => {
    const [admin, viewer] = [await app.signIn('admin@example.com'), await app.signIn('signal@example.com')];
    const address = `/api/views/${idOf('Signal')}`;
    const rule = await admin.patch<Problem>(address, { dedupe: 'by_mood' });
    expect([rule.status, rule.body.errors[0]?.field]).toEqual([400, 'dedupe']);
    const field = await admin.patch<Problem>(address, { is_master: true });
    expect([field.status, field.body.errors[0]?.field]).toEqual([400, 'is_master']);
    expect((await viewer.patch(address, { dedupe: 'none' })).status).toBe(403);
    expect((await admin.patch('/api/views/view-that-is-not', { dedupe: 'none' })).status).toBe(404);
  });

  it('give a viewer without access the default view', async () => {
    await database.db
      .collection('users')
      .insertOne({ id: 'user-new-1', email: 'New@Example.com', name: 'New' });
    const { body } = await (await app.signIn('new@example.com')).get<ViewPage>('/api/views');
    expect(body.items.map(({ name }) => name)).toEqual(['Organic']);
  });
});
