import type { ArchivedView, ArchivedViewPage, Problem, View, ViewPage } from '@app/contracts';
import { clientsOf, lostDeals, ProductWithViews } from '../support/product-with-views.js';
import { uploaded } from '../support/views.js';

let product: ProductWithViews;
beforeAll(async () => {
  product = await ProductWithViews.start();
});
afterAll(() => product.stop());

describe('deleting a view', () => {
  it('needs its name, and is refused where others stand on it', async () => {
    const signal = await product.idOf('Signal');
    for (const confirm of ['', '?confirm=signal', '?confirm='])
      expect((await product.admin.delete<Problem>(`/api/views/${signal}${confirm}`)).body).toMatchObject({
        status: 400,
        errors: [{ field: 'confirm' }],
      });
    const organic = await product.admin.delete<Problem>(
      `/api/views/${await product.idOf('Organic')}?confirm=Organic`,
    );
    expect([organic.status, organic.body.detail]).toEqual([
      409,
      expect.stringContaining('make another view the default'),
    ]);
    const group = await product.made({ name: 'Only', is_master: true, aggregates_from: [signal] });
    const alone = await product.admin.delete<Problem>(`/api/views/${signal}?confirm=Signal`);
    expect([alone.status, alone.body.detail]).toEqual([
      409,
      expect.stringContaining('Only adds up Signal alone'),
    ]);
    expect((await product.deleted(group)).status).toBe(200);
  });

  it('takes it from everybody at once, keeps all of it, and is undone', async () => {
    const id = await product.idOf('Signal');
    const viewer = await product.app.signIn('signal@example.com');
    await uploaded(product.admin, id, 'a.csv', lostDeals('Acme', 'Brick', 'Delta'));
    await product.admin.put(`/api/views/${id}/targets`, { targets: { intro_poa: { intro: 12 } } });
    const runs = await product.db.collection('ingestion_runs').countDocuments({ view_id: id });
    const { status, body } = await product.admin.delete<ArchivedView>(`/api/views/${id}?confirm=Signal`);
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
    expect((await product.userOf('signal@example.com'))?.view_access).toEqual([
      expect.stringMatching(/^Signal \(deleted( 2)?\)$/),
    ]);
    expect((await product.admin.get(`/api/views/${id}/records`)).status).toBe(404);
    expect(await product.collections()).not.toContain('sales_records_signal');
    expect(await product.db.collection('ingestion_runs').countDocuments({ view_id: id })).toBe(runs);
    expect(
      (await product.admin.get<ArchivedViewPage>('/api/archived-views')).body.items.map((each) => each.id),
    ).toContain(id);
    // A view of its name in the meantime is another one.
    const other = await product.made({ name: 'Signal' });
    expect((await viewer.get<ViewPage>('/api/views')).body.items).toEqual([]);
    const taken = await product.admin.post<Problem>(`/api/archived-views/${id}/restore`, {});
    expect([taken.status, taken.body.errors]).toEqual([409, [expect.objectContaining({ field: 'name' })]]);
    expect(
      (await product.admin.get<ArchivedViewPage>('/api/archived-views')).body.items.find(
        (each) => each.id === id,
      )?.is_name_free,
    ).toBe(false);
    await product.deleted(other);
    const back = await product.admin.post<View>(`/api/archived-views/${id}/restore`, {});
    expect([back.status, back.body]).toEqual([
      200,
      expect.objectContaining({ id, name: 'Signal', collection: 'sales_records_signal' }),
    ]);
    expect(back.body.data).toMatchObject({ records_count: 3, source_type: 'csv' });
    expect(await clientsOf(viewer, id)).toEqual(['Acme', 'Brick', 'Delta']);
    expect((await product.userOf('signal@example.com'))?.view_access).toEqual(['Signal']);
    const targets = await viewer.get<{ raw: { intro_poa: { intro: number } } }>(`/api/views/${id}/targets`);
    expect(targets.body.raw.intro_poa.intro).toBe(12);
    expect(
      (await product.admin.get<ArchivedViewPage>('/api/archived-views')).body.items.map((each) => each.id),
    ).not.toContain(id);
    expect((await uploaded(viewer, id, 'd.csv', lostDeals('Acme'))).status).not.toBe('failed');
  });

  it('comes back under another name where its own is taken', async () => {
    const view = await product.made({ name: 'Lost' });
    await uploaded(product.admin, view.id, 'a.csv', lostDeals('Acme'));
    await product.deleted(view);
    const other = await product.made({ name: 'Lost' });
    const back = await product.admin.post<View>(`/api/archived-views/${view.id}/restore`, { name: 'Found' });
    expect(back.body).toMatchObject({ id: view.id, name: 'Found', collection: 'sales_records_found' });
    expect(await clientsOf(product.admin, view.id)).toEqual(['Acme']);
    await product.deleted(other);
    expect((await product.admin.post('/api/archived-views/nothing/restore', {})).status).toBe(404);
  });

  it('leaves no trace of a move behind', async () => {
    expect(await product.db.collection('views').countDocuments({ move: { $exists: true } })).toBe(0);
    expect(await product.db.collection('archived_views').countDocuments({ move: { $exists: true } })).toBe(0);
    const names = await product.collections();
    const kept = await product.db.collection('archived_views').find().toArray();
    expect(names.filter((name) => name.startsWith('archived_')).toSorted()).toEqual(
      kept
        .map(({ collection }) => String(collection))
        .filter((name) => name !== 'null')
        .toSorted(),
    );
  });
});
