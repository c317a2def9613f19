import type { Problem, View, ViewOpenersPage, ViewPage } from '@app/contracts';
import { clientsOf, lostDeals, ProductWithViews } from '../support/product-with-views.js';
import { uploaded, viewsOf } from '../support/views.js';

let product: ProductWithViews;
beforeAll(async () => {
  product = await ProductWithViews.start();
});
afterAll(() => product.stop());

describe('making a view', () => {
  it('gives it a collection of its own, with the indexes of the contract, and no data', async () => {
    const view = await product.made({
      name: '  Équipe Nord ',
      dedupe: 'link',
      assigned_user: 'Ada@Example.com',
    });
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
    const indexes = await product.db.collection('sales_records_equipenord').indexes();
    expect(indexes.find(({ key }) => 'id' in key)?.unique).toBe(true);
    expect((await uploaded(product.admin, view.id, 'a.csv', lostDeals('Acme'))).status).toBe('published');
    expect(await clientsOf(product.admin, view.id)).toEqual(['Acme']);
  });

  it('never shares a collection: another name of the same letters gets a number', async () => {
    const one = await product.made({ name: 'Team 7' });
    const other = await product.made({ name: 'Team-7' });
    expect([one.collection, other.collection]).toEqual(['sales_records_team7', 'sales_records_team72']);
  });

  it('leaves collections alone that hold something else', async () => {
    await product.db.collection('sales_records_theirs').insertOne({ client: 'Theirs' });
    expect((await product.made({ name: 'Theirs' })).collection).toBe('sales_records_theirs2');
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
    const before = (await viewsOf(product.admin)).size;
    const answer = await product.admin.post<Problem>('/api/views', body);
    expect([answer.status, answer.body.detail]).toEqual([status, expect.stringContaining(said)]);
    expect((await viewsOf(product.admin)).size).toBe(before);
  });

  it('is for super admins', async () => {
    const viewer = await product.app.signIn('signal@example.com');
    const signal = await product.idOf('Signal');
    expect((await viewer.post('/api/views', { name: 'Mine' })).status).toBe(403);
    expect((await viewer.patch(`/api/views/${signal}`, { name: 'Mine' })).status).toBe(403);
    expect((await viewer.delete(`/api/views/${signal}?confirm=Signal`)).status).toBe(403);
    expect((await viewer.get('/api/archived-views')).status).toBe(403);
    expect((await viewer.post('/api/archived-views/x/restore', {})).status).toBe(403);
    expect((await viewer.get('/api/view-openers')).status).toBe(403);
  });

  it('makes masters, which ignore unknown ids, themselves and other masters', async () => {
    const [signal, market, master] = [
      await product.idOf('Signal'),
      await product.idOf('Market'),
      await product.idOf('Master'),
    ];
    const group = await product.made({
      name: 'Group',
      is_master: true,
      aggregates_from: [signal, 'gone', master],
    });
    expect(group).toMatchObject({ is_master: true, collection: null, aggregates_from: [signal] });
    const { body } = await product.admin.patch<View>(`/api/views/${group.id}`, {
      aggregates_from: [group.id, market],
    });
    expect(body.aggregates_from).toEqual([market]);
    const all = await product.admin.patch<View>(`/api/views/${group.id}`, { aggregates_from: [] });
    expect(all.body.aggregates_from).toContain(signal);
    const { body: openers } = await product.admin.get<ViewOpenersPage>('/api/view-openers');
    expect(openers.items.find(({ view_id }) => view_id === group.id)).toEqual({
      view_id: group.id,
      adds_up_all: true,
      people: 1,
      viewers: [],
    });
    await product.deleted(group);
  });

  it('has one default, and people without views open it', async () => {
    const team = await product.idOf('Team 7');
    const { status, body } = await product.admin.patch<View>(`/api/views/${team}`, { is_default: true });
    expect([status, body.is_default]).toEqual([200, true]);
    const { items } = (await product.admin.get<ViewPage>('/api/views')).body;
    expect(items.filter(({ is_default }) => is_default).map(({ name }) => name)).toEqual(['Team 7']);
    const organic = await product.idOf('Organic');
    expect(
      (await product.admin.patch<View>(`/api/views/${organic}`, { is_default: true })).body.is_default,
    ).toBe(true);
    expect(await product.db.collection('views').countDocuments({ is_default: true })).toBe(1);
    expect(
      (await product.admin.patch(`/api/views/${await product.idOf('Master')}`, { is_default: true })).status,
    ).toBe(422);
    expect((await product.admin.patch(`/api/views/${organic}`, { is_default: false })).status).toBe(400);
  });
});
