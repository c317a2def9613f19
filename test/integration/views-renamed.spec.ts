import type { IngestionRun, Me, Problem, View } from '@app/contracts';
import { eventually } from '../support/eventually.js';
import { clientsOf, lostDeals, ProductWithViews } from '../support/product-with-views.js';
import { ingest, uploaded } from '../support/views.js';

let product: ProductWithViews;
beforeAll(async () => {
  product = await ProductWithViews.start();
});
afterAll(() => product.stop());

describe('renaming a view', () => {
  it('takes its records, its history and who opens it along, and gives nobody more', async () => {
    const id = await product.idOf('Signal');
    const run = await uploaded(product.admin, id, 'a.csv', lostDeals('Acme', 'Brick'));
    const second = await ingest(product.admin, id, 'b.csv', lostDeals('Acme', 'Cobalt'));
    const users = product.db.collection('users');
    await users.updateOne({ email: 'market@example.com' }, { $set: { view_access: ['Market', 'SIGNAL'] } });
    const viewer = await product.app.signIn('signal@example.com');
    const { status, body } = await product.admin.patch<View>(`/api/views/${id}`, { name: 'Acquisition' });
    expect([status, body.name, body.collection]).toEqual([200, 'Acquisition', 'sales_records_acquisition']);
    expect(body.data).toMatchObject({ revision: 2, records_count: 2, source_type: 'csv' });
    expect(await clientsOf(viewer, id)).toEqual(['Acme', 'Cobalt']);
    expect((await viewer.get<Me>('/api/auth/me')).body.user.view_access).toEqual(['Acquisition']);
    expect((await product.userOf('market@example.com'))?.view_access).toEqual(['Market', 'SIGNAL']);
    expect(await product.collections()).not.toContain('sales_records_signal');
    // What refers to the view by its id still does.
    const changes = await viewer.get<{ total: number }>(`/api/views/${id}/ingestions/${second.id}/changes`);
    expect(changes.body.total).toBe(2);
    const back = await product.admin.post<IngestionRun>(`/api/views/${id}/ingestions/${run.id}/rollback`);
    expect(back.status).toBe(202);
    await eventually(async () => expect(await clientsOf(viewer, id)).toEqual(['Acme', 'Brick']));
    expect((await uploaded(viewer, id, 'c.csv', lostDeals('Acme', 'Brick', 'Delta'))).status).toBe(
      'published',
    );
    const audit = await product.db
      .collection('audit_log')
      .findOne({ action: 'view_changed', 'subject.id': id });
    expect(audit?.changes).toContainEqual({ field: 'name', before: 'Signal', after: 'Acquisition' });
  });

  it('gives the name and its collection to the next view, which nobody opens by an old access', async () => {
    const next = await product.made({ name: 'Signal' });
    expect(next.collection).toBe('sales_records_signal');
    expect(next.data).toMatchObject({ revision: 0, records_count: 0 });
    const viewer = await product.app.signIn('signal@example.com');
    expect((await viewer.get(`/api/views/${next.id}`)).status).toBe(404);
    await product.deleted(next);
  });

  it('may change the spelling alone, and goes back', async () => {
    const id = await product.idOf('Acquisition');
    const shouted = await product.admin.patch<View>(`/api/views/${id}`, { name: 'ACQUISITION' });
    expect([shouted.status, shouted.body.collection]).toEqual([200, 'sales_records_acquisition']);
    expect((await product.userOf('signal@example.com'))?.view_access).toEqual(['ACQUISITION']);
    const back = await product.admin.patch<View>(`/api/views/${id}`, { name: 'Signal' });
    expect([back.status, back.body.collection]).toEqual([200, 'sales_records_signal']);
    expect((await product.userOf('signal@example.com'))?.view_access).toEqual(['Signal']);
    expect(await clientsOf(product.admin, id)).toEqual(['Acme', 'Brick', 'Delta']);
  });

  it('keeps what other software says of the data, under whatever name it says it', async () => {
    const id = await product.idOf('Market');
    const metadata = product.db.collection('data_metadata');
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
    await product.db
      .collection('sales_records_market')
      .insertOne({ id: '1', client: 'Theirs', stage: 'Lost' });
    await eventually(async () => expect(await clientsOf(product.admin, id)).toEqual(['Theirs']));
    const { body } = await product.admin.patch<View>(`/api/views/${id}`, { name: 'Bazaar' });
    expect(body.data).toMatchObject({
      records_count: 1,
      source_type: 'google_sheets',
      last_update: '2026-11-01T00:00:00.000Z',
    });
    const next = await product.made({ name: 'Market' });
    expect(next.data).toMatchObject({ revision: 0, last_update: null });
    expect(await metadata.countDocuments({ theirs: 1, view_id: id })).toBe(1);
    await product.deleted(next);
    await product.admin.patch(`/api/views/${id}`, { name: 'Market' });
  });

  it.each([
    ['organic', 409, 'There is a view Organic already'],
    ['Master', 409, 'Master is the name of a view that adds up others'],
    ['', 400, 'name must be'],
  ])('refuses %j', async (name, status, said) => {
    const answer = await product.admin.patch<Problem>(`/api/views/${await product.idOf('Signal')}`, { name });
    expect([answer.status, answer.body.detail]).toEqual([status, expect.stringContaining(said)]);
  });

  it('refuses a name of the contract whose collection holds something else', async () => {
    const market = await product.idOf('Market');
    await product.admin.patch(`/api/views/${market}`, { name: 'Bazaar' });
    await product.db.collection('sales_records_market').insertOne({ client: 'Theirs' });
    const answer = await product.admin.patch<Problem>(`/api/views/${market}`, { name: 'Market' });
    expect([answer.status, answer.body.detail]).toEqual([
      409,
      expect.stringContaining('sales_records_market'),
    ]);
    await product.db.collection('sales_records_market').deleteMany({});
    expect((await product.admin.patch(`/api/views/${market}`, { name: 'Market' })).status).toBe(200);
    expect(await clientsOf(product.admin, market)).toEqual(['Theirs']);
  });

  it('renames a master, which stays one', async () => {
    const id = await product.idOf('Master');
    const { body } = await product.admin.patch<View>(`/api/views/${id}`, { name: 'Whole Group' });
    expect(body).toMatchObject({ name: 'Whole Group', is_master: true, collection: null });
    expect((await product.userOf('master@example.com'))?.view_access).toEqual(['Whole Group']);
    expect(
      (await product.admin.patch<Problem>(`/api/views/${await product.idOf('Signal')}`, { name: 'Master' }))
        .body.detail,
    ).toMatch(/Master is the name of a view that adds up others/);
    await product.admin.patch(`/api/views/${id}`, { name: 'Master' });
  });
});
