import type {
  ArchivedView,
  ArchivedViewPage,
  IngestionRun,
  Me,
  Problem,
  View,
  ViewOpenersPage,
  ViewPage,
} from '@app/contracts';
import { type Client, type RunningApp, startApp, startDatabase, type TestDatabase } from '../support/app.js';
import { eventually } from '../support/eventually.js';
import { sheetOf } from '../support/sheets.js';
import { ingest, uploaded, viewNamed, viewsOf } from '../support/views.js';

let database: TestDatabase;
let app: RunningApp;
let admin: Client;

beforeAll(async () => {
  database = await startDatabase();
  app = await startApp({ database });
  admin = await app.signIn('admin@example.com');
});
afterAll(async () => {
  await app.stop();
  await database.stop();
});

const idOf = async (name: string): Promise<string> => viewNamed(await viewsOf(admin), name).id;
const dealsOf = async (client: Client, id: string): Promise<unknown[]> =>
  (await client.get<{ items: { client: string }[] }>(`/api/views/${id}/records`)).body.items.map(
    (each) => each.client,
  );
const collections = async (): Promise<string[]> =>
  (await database.db.listCollections().toArray())
    .map(({ name }) => name)
    .filter((name) => name.includes('sales_records'));
const userOf = (email: string) => database.db.collection('users').findOne({ email });
const made = async (body: object): Promise<View> => {
  const answer = await admin.post<View>('/api/views', body);
  expect([answer.status, answer.text]).toEqual([201, answer.text]);
  return answer.body;
};
const deleted = (view: View) =>
  admin.delete<ArchivedView>(`/api/views/${view.id}?confirm=${encodeURIComponent(view.name)}`);
const sheet = (...clients: string[]) =>
  sheetOf(clients.map((client) => ({ client, stage: 'Lost', pipe: 1 })));

describe('making a view', () => {
  it('gives it a collection of its own, with the indexes of the contract, and no data', async () => {
    const view = await made({ name: '  Équipe Nord ', dedupe: 'link', assigned_user: 'Ada@Example.com' });
    expect(view).toMatchObject({
      name: 'Équipe Nord',
      collection: 'sales_records_equipenord',
      dedupe: 'link',
      assigned_user: 'ada@example.com',
      is_default: false,
      is_master: false,
      can: ['read', 'upload', 'manage'],
    });
    expect(view.id).toMatch(/^view-equipenord-\d+$/);
    expect(view.data.records_count).toBe(0);
    const indexes = await database.db.collection('sales_records_equipenord').indexes();
    expect(indexes.find(({ key }) => 'id' in key)?.unique).toBe(true);
    expect((await uploaded(admin, view.id, 'a.csv', sheet('Acme'))).status).toBe('published');
    expect(await dealsOf(admin, view.id)).toEqual(['Acme']);
  });

  it('never shares a collection: another name of the same letters gets a number', async () => {
    const one = await made({ name: 'Team 7' });
    const other = await made({ name: 'Team-7' });
    expect([one.collection, other.collection]).toEqual(['sales_records_team7', 'sales_records_team72']);
  });

  it('leaves collections alone that hold something else', async () => {
    await database.db.collection('sales_records_theirs').insertOne({ client: 'Theirs' });
    expect((await made({ name: 'Theirs' })).collection).toBe('sales_records_theirs2');
  });

  it.each([
    [{ name: 'sîgnal' }, 409, 'There is a view Signal already: choose another name.'],
    [{ name: ' S i g n a l ' }, 409, 'There is a view Signal already: choose another name.'],
    [{ name: 'master' }, 409, 'Master is the name of a view that adds up others'],
    [{ name: '---' }, 400, 'name must be the name of a view'],
    [{ name: 'x'.repeat(61) }, 400, '60 characters at most'],
    [{ name: 'a\u202eb' }, 400, 'invisible'],
    [{}, 400, 'name must be the name of a view'],
    [{ name: 'A', sheet_url: 'https://example.com' }, 422, ''],
    [
      {
        name: 'A',
        is_master: true,
        sheet_url: 'https://docs.google.com/spreadsheets/d/1AbCdEfGhIjKlMnOpQrStUvWxYz0123456789/edit',
      },
      422,
      'has no sheet',
    ],
    [{ name: 'A', aggregates_from: ['x'] }, 422, 'only a master does'],
    [{ name: 'A', aggregates_from: [{ $gt: '' }] }, 400, 'ids of views'],
    [{ name: 'A', assigned_user: 'nobody' }, 400, 'must be an address'],
    [{ name: 'A', is_default: true }, 400, 'is_default is not known here'],
  ])('refuses %j', async (body, status, said) => {
    const before = (await viewsOf(admin)).size;
    const answer = await admin.post<Problem>('/api/views', body);
    expect([answer.status, answer.body.detail]).toEqual([status, expect.stringContaining(said)]);
    expect((await viewsOf(admin)).size).toBe(before);
  });

  it('is for super admins', async () => {
    const viewer = await app.signIn('signal@example.com');
    const signal = await idOf('Signal');
    expect((await viewer.post('/api/views', { name: 'Mine' })).status).toBe(403);
    expect((await viewer.patch(`/api/views/${signal}`, { name: 'Mine' })).status).toBe(403);
    expect((await viewer.delete(`/api/views/${signal}?confirm=Signal`)).status).toBe(403);
    expect((await viewer.get('/api/archived-views')).status).toBe(403);
    expect((await viewer.post('/api/archived-views/x/restore', {})).status).toBe(403);
    expect((await viewer.get('/api/view-openers')).status).toBe(403);
  });

  it('makes masters, which ignore unknown ids, themselves and other masters', async () => {
    const [signal, market, master] = [await idOf('Signal'), await idOf('Market'), await idOf('Master')];
    const group = await made({ name: 'Group', is_master: true, aggregates_from: [signal, 'gone', master] });
    expect(group).toMatchObject({ is_master: true, collection: null, aggregates_from: [signal] });
    const { body } = await admin.patch<View>(`/api/views/${group.id}`, {
      aggregates_from: [group.id, market],
    });
    expect(body.aggregates_from).toEqual([market]);
    const all = await admin.patch<View>(`/api/views/${group.id}`, { aggregates_from: [] });
    expect(all.body.aggregates_from).toContain(signal);
    const { body: openers } = await admin.get<ViewOpenersPage>('/api/view-openers');
    expect(openers.items.find(({ view_id }) => view_id === group.id)).toEqual({
      view_id: group.id,
      adds_up_all: true,
      people: 1,
      viewers: [],
    });
    await deleted(group);
  });

  it('has one default, and people without views open it', async () => {
    const team = await idOf('Team 7');
    const { status, body } = await admin.patch<View>(`/api/views/${team}`, { is_default: true });
    expect([status, body.is_default]).toEqual([200, true]);
    const { items } = (await admin.get<ViewPage>('/api/views')).body;
    expect(items.filter(({ is_default }) => is_default).map(({ name }) => name)).toEqual(['Team 7']);
    const organic = await idOf('Organic');
    expect((await admin.patch<View>(`/api/views/${organic}`, { is_default: true })).body.is_default).toBe(
      true,
    );
    expect(await database.db.collection('views').countDocuments({ is_default: true })).toBe(1);
    expect((await admin.patch(`/api/views/${await idOf('Master')}`, { is_default: true })).status).toBe(422);
    expect((await admin.patch(`/api/views/${organic}`, { is_default: false })).status).toBe(400);
  });
});

describe('renaming a view', () => {
  it('takes its records, its history and who opens it along, and gives nobody more', async () => {
    const id = await idOf('Signal');
    const run = await uploaded(admin, id, 'a.csv', sheet('Acme', 'Brick'));
    const second = await ingest(admin, id, 'b.csv', sheet('Acme', 'Cobalt'));
    const users = database.db.collection('users');
    await users.updateOne({ email: 'market@example.com' }, { $set: { view_access: ['Market', 'SIGNAL'] } });
    const viewer = await app.signIn('signal@example.com');
    const { status, body } = await admin.patch<View>(`/api/views/${id}`, { name: 'Acquisition' });
    expect([status, body.name, body.collection]).toEqual([200, 'Acquisition', 'sales_records_acquisition']);
    expect(body.data).toMatchObject({ revision: 2, records_count: 2, source_type: 'csv' });
    expect(await dealsOf(viewer, id)).toEqual(['Acme', 'Cobalt']);
    expect((await viewer.get<Me>('/api/auth/me')).body.user.view_access).toEqual(['Acquisition']);
    expect((await userOf('market@example.com'))?.view_access).toEqual(['Market', 'SIGNAL']);
    expect(await collections()).not.toContain('sales_records_signal');
    // What refers to the view by its id still does.
    const changes = await viewer.get<{ total: number }>(`/api/views/${id}/ingestions/${second.id}/changes`);
    expect(changes.body.total).toBe(2);
    const back = await admin.post<IngestionRun>(`/api/views/${id}/ingestions/${run.id}/rollback`);
    expect(back.status).toBe(202);
    await eventually(async () => expect(await dealsOf(viewer, id)).toEqual(['Acme', 'Brick']));
    expect((await uploaded(viewer, id, 'c.csv', sheet('Acme', 'Brick', 'Delta'))).status).toBe('published');
    const audit = await database.db
      .collection('audit_log')
      .findOne({ action: 'view_changed', 'subject.id': id });
    expect(audit?.changes).toContainEqual({ field: 'name', before: 'Signal', after: 'Acquisition' });
  });

  it('gives the name and its collection to the next view, which nobody opens by an old access', async () => {
    const next = await made({ name: 'Signal' });
    expect(next.collection).toBe('sales_records_signal');
    expect(next.data).toMatchObject({ revision: 0, records_count: 0 });
    const viewer = await app.signIn('signal@example.com');
    expect((await viewer.get(`/api/views/${next.id}`)).status).toBe(404);
    await deleted(next);
  });

  it('may change the spelling alone, and goes back', async () => {
    const id = await idOf('Acquisition');
    const shouted = await admin.patch<View>(`/api/views/${id}`, { name: 'ACQUISITION' });
    expect([shouted.status, shouted.body.collection]).toEqual([200, 'sales_records_acquisition']);
    expect((await userOf('signal@example.com'))?.view_access).toEqual(['ACQUISITION']);
    const back = await admin.patch<View>(`/api/views/${id}`, { name: 'Signal' });
    expect([back.status, back.body.collection]).toEqual([200, 'sales_records_signal']);
    expect((await userOf('signal@example.com'))?.view_access).toEqual(['Signal']);
    expect(await dealsOf(admin, id)).toEqual(['Acme', 'Brick', 'Delta']);
  });

  it('keeps what other software says of the data, under whatever name it says it', async () => {
    const id = await idOf('Market');
    const metadata = database.db.collection('data_metadata');
    await metadata.deleteMany({ view_id: id });
    await metadata.insertMany([
      {
        type: 'last_update',
        view_id: 'market',
        source_type: 'google_sheets',
        last_update: new Date('2026-11-01'),
        records_count: 1,
        theirs: 1,
      },
      {
        type: 'last_update',
        view_id: null,
        collection: 'sales_records_market',
        source_type: 'csv',
        last_update: new Date('2026-10-01'),
      },
    ]);
    await database.db
      .collection('sales_records_market')
      .insertOne({ id: '1', client: 'Theirs', stage: 'Lost' });
    await eventually(async () => expect(await dealsOf(admin, id)).toEqual(['Theirs']));
    const { body } = await admin.patch<View>(`/api/views/${id}`, { name: 'Bazaar' });
    expect(body.data).toMatchObject({
      records_count: 1,
      source_type: 'google_sheets',
      last_update: '2026-11-01T00:00:00.000Z',
    });
    const next = await made({ name: 'Market' });
    expect(next.data).toMatchObject({ revision: 0, last_update: null });
    expect(await metadata.countDocuments({ theirs: 1, view_id: id })).toBe(1);
    await deleted(next);
    await admin.patch(`/api/views/${id}`, { name: 'Market' });
  });

  it.each([
    ['organic', 409, 'There is a view Organic already'],
    ['Master', 409, 'Master is the name of a view that adds up others'],
    ['', 400, 'name must be'],
  ])('refuses %j', async (name, status, said) => {
    const answer = await admin.patch<Problem>(`/api/views/${await idOf('Signal')}`, { name });
    expect([answer.status, answer.body.detail]).toEqual([status, expect.stringContaining(said)]);
  });

  it('refuses a name of the contract whose collection holds something else', async () => {
    const market = await idOf('Market');
    await admin.patch(`/api/views/${market}`, { name: 'Bazaar' });
    await database.db.collection('sales_records_market').insertOne({ client: 'Theirs' });
    const answer = await admin.patch<Problem>(`/api/views/${market}`, { name: 'Market' });
    expect([answer.status, answer.body.detail]).toEqual([
      409,
      expect.stringContaining('sales_records_market'),
    ]);
    await database.db.collection('sales_records_market').deleteMany({});
    expect((await admin.patch(`/api/views/${market}`, { name: 'Market' })).status).toBe(200);
    expect(await dealsOf(admin, market)).toEqual(['Theirs']);
  });

  it('renames a master, which stays one', async () => {
    const id = await idOf('Master');
    const { body } = await admin.patch<View>(`/api/views/${id}`, { name: 'Whole Group' });
    expect(body).toMatchObject({ name: 'Whole Group', is_master: true, collection: null });
    expect((await userOf('master@example.com'))?.view_access).toEqual(['Whole Group']);
    expect(
      (await admin.patch<Problem>(`/api/views/${await idOf('Signal')}`, { name: 'Master' })).body.detail,
    ).toMatch(/Master is the name of a view that adds up others/);
    await admin.patch(`/api/views/${id}`, { name: 'Master' });
  });
});

describe('deleting a view', () => {
  it('needs its name, and is refused where others stand on it', async () => {
    const signal = await idOf('Signal');
    for (const confirm of ['', '?confirm=signal', '?confirm='])
      expect((await admin.delete<Problem>(`/api/views/${signal}${confirm}`)).body).toMatchObject({
        status: 400,
        errors: [{ field: 'confirm' }],
      });
    const organic = await admin.delete<Problem>(`/api/views/${await idOf('Organic')}?confirm=Organic`);
    expect([organic.status, organic.body.detail]).toEqual([
      409,
      expect.stringContaining('make another view the default'),
    ]);
    const group = await made({ name: 'Only', is_master: true, aggregates_from: [signal] });
    const alone = await admin.delete<Problem>(`/api/views/${signal}?confirm=Signal`);
    expect([alone.status, alone.body.detail]).toEqual([
      409,
      expect.stringContaining('Only adds up Signal alone'),
    ]);
    expect((await deleted(group)).status).toBe(200);
  });

  it('takes it from everybody at once, keeps all of it, and is undone', async () => {
    const id = await idOf('Signal');
    const viewer = await app.signIn('signal@example.com');
    await admin.put(`/api/views/${id}/targets`, { targets: { intro_poa: { intro: 12 } } });
    const runs = await database.db.collection('ingestion_runs').countDocuments({ view_id: id });
    const { status, body } = await admin.delete<ArchivedView>(`/api/views/${id}?confirm=Signal`);
    expect([status, body]).toEqual([
      200,
      {
        id,
        name: 'Signal',
        is_master: false,
        records_count: 3,
        archived_at: expect.any(String) as string,
        archived_by: 'admin@example.com',
        is_name_free: true,
      },
    ]);
    expect((await viewer.get(`/api/views/${id}`)).status).toBe(404);
    // Nothing else opens to them instead.
    expect((await viewer.get<ViewPage>('/api/views')).body.items).toEqual([]);
    expect((await userOf('signal@example.com'))?.view_access).toEqual([
      expect.stringMatching(/^Signal \(deleted( 2)?\)$/),
    ]);
    expect((await admin.get(`/api/views/${id}/records`)).status).toBe(404);
    expect(await collections()).not.toContain('sales_records_signal');
    expect(await database.db.collection('ingestion_runs').countDocuments({ view_id: id })).toBe(runs);
    expect(
      (await admin.get<ArchivedViewPage>('/api/archived-views')).body.items.map((each) => each.id),
    ).toContain(id);
    // A view of its name in the meantime is another one.
    const other = await made({ name: 'Signal' });
    expect((await viewer.get<ViewPage>('/api/views')).body.items).toEqual([]);
    const taken = await admin.post<Problem>(`/api/archived-views/${id}/restore`, {});
    expect([taken.status, taken.body.errors]).toEqual([409, [expect.objectContaining({ field: 'name' })]]);
    expect(
      (await admin.get<ArchivedViewPage>('/api/archived-views')).body.items.find((each) => each.id === id)
        ?.is_name_free,
    ).toBe(false);
    await deleted(other);
    const back = await admin.post<View>(`/api/archived-views/${id}/restore`, {});
    expect([back.status, back.body]).toEqual([
      200,
      expect.objectContaining({ id, name: 'Signal', collection: 'sales_records_signal' }),
    ]);
    expect(back.body.data).toMatchObject({ records_count: 3, source_type: 'csv' });
    expect(await dealsOf(viewer, id)).toEqual(['Acme', 'Brick', 'Delta']);
    expect((await userOf('signal@example.com'))?.view_access).toEqual(['Signal']);
    const targets = await viewer.get<{ raw: { intro_poa: { intro: number } } }>(`/api/views/${id}/targets`);
    expect(targets.body.raw.intro_poa.intro).toBe(12);
    expect(
      (await admin.get<ArchivedViewPage>('/api/archived-views')).body.items.map((each) => each.id),
    ).not.toContain(id);
    expect((await uploaded(viewer, id, 'd.csv', sheet('Acme'))).status).not.toBe('failed');
  });

  it('comes back under another name where its own is taken', async () => {
    const view = await made({ name: 'Lost' });
    await uploaded(admin, view.id, 'a.csv', sheet('Acme'));
    await deleted(view);
    const other = await made({ name: 'Lost' });
    const back = await admin.post<View>(`/api/archived-views/${view.id}/restore`, { name: 'Found' });
    expect(back.body).toMatchObject({ id: view.id, name: 'Found', collection: 'sales_records_found' });
    expect(await dealsOf(admin, view.id)).toEqual(['Acme']);
    await deleted(other);
    expect((await admin.post('/api/archived-views/nothing/restore', {})).status).toBe(404);
  });

  it('leaves no trace of a move behind', async () => {
    expect(await database.db.collection('views').countDocuments({ move: { $exists: true } })).toBe(0);
    expect(await database.db.collection('archived_views').countDocuments({ move: { $exists: true } })).toBe(
      0,
    );
    const names = await collections();
    const kept = await database.db.collection('archived_views').find().toArray();
    expect(names.filter((name) => name.startsWith('archived_')).toSorted()).toEqual(
      kept
        .map(({ collection }) => String(collection))
        .filter((name) => name !== 'null')
        .toSorted(),
    );
  });
});
