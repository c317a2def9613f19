import type { Problem, TargetChangePage, Targets } from '@app/contracts';
import { startApp } from '../support/app.js';
import { ProductWithTargets } from '../support/product-with-targets.js';

let product: ProductWithTargets;

beforeAll(async () => {
  product = await ProductWithTargets.start();
});

afterAll(() => product.stop());

describe('the history', () => {
  beforeEach(async () => {
    await product.begin('organic', { intro_poa: { intro: 20, poa: 14 }, upsell_renew: 'later', own: 7 }, 0);
    await product.put('organic', { intro_poa: { poa: 15 }, dashboard: { deals: 3 } });
    await product.put('organic', {
      intro_poa: { poa: null },
      upsell_renew: { upsells_target: 2 },
    });
    await product.put('organic', { intro_poa: { poa: '18' } });
  });

  it('says who changed what from what to what, page by page, to everybody who opens the view', async () => {
    const viewer = await product.app.signIn('organic@example.com');
    const first = await viewer.get<TargetChangePage>(`${product.pathOf('organic')}/targets/history?limit=2`);
    expect([first.status, first.body.total]).toEqual([200, 3]);
    expect(first.body.items.map(({ revision, by, kind, keys }) => ({ revision, by, kind, keys }))).toEqual([
      {
        revision: 3,
        by: 'admin@example.com',
        kind: 'edit',
        keys: [{ key: 'intro_poa.poa', before: null, after: '18' }],
      },
      {
        revision: 2,
        by: 'admin@example.com',
        kind: 'edit',
        keys: [
          { key: 'intro_poa.poa', before: 15, after: null },
          { key: 'upsell_renew', before: 'later', after: null },
          { key: 'upsell_renew.upsells_target', before: null, after: 2 },
        ],
      },
    ]);
    const rest = await product.history('organic', `?limit=2&cursor=${first.body.next_cursor ?? ''}`);
    expect([rest.items.map(({ revision }) => revision), rest.next_cursor]).toEqual([[1], null]);
    expect((await viewer.get(`${product.pathOf('signal')}/targets/history`)).status).toBe(404);
    expect((await viewer.get(`${product.pathOf('organic')}/targets/history?page=2`)).status).toBe(400);
  });

  const restore = (revision: number | string, tag?: string, client = product.admin) =>
    client.post<Targets & Problem>(
      `${product.pathOf('organic')}/targets/history/${revision}/restore`,
      undefined,
      tag === undefined ? {} : { 'if-match': tag },
    );

  it('brings a state back as a new change, and keeps what never changed here', async () => {
    await product
      .collection('views')
      .updateOne({ id: product.idOf('organic') }, { $set: { 'targets.own': 8 } });
    const { status, body } = await restore(1, '"3"');
    expect([status, body.revision, body.raw]).toEqual([
      200,
      4,
      { intro_poa: { intro: 20, poa: 15 }, upsell_renew: 'later', own: 8, dashboard: { deals: 3 } },
    ]);
    const [newest] = (await product.history('organic')).items;
    expect([newest?.kind, newest?.restored_revision]).toEqual(['restore', 1]);
    expect((await restore(3)).body.raw).toMatchObject({
      intro_poa: { poa: '18' },
      upsell_renew: { upsells_target: 2 },
    });
    expect((await restore(0)).body.raw).toMatchObject({ intro_poa: { poa: 14 }, upsell_renew: 'later' });
  });

  it('tells of a key that somebody changed since the page was read', async () => {
    await product.put('organic', { dashboard: { deals: 9 } }, '"3"', product.other);
    const { status, body } = await restore(0, '"3"');
    expect([status, body.errors.map(({ field }) => field)]).toEqual([412, ['dashboard.deals']]);
  });

  it.each([
    [9, 404],
    ['x', 400],
    [-1, 404],
  ])('has no revision %s', async (revision, status) => {
    expect((await restore(revision)).status).toBe(status);
  });
});

describe('a change that a crash cut short', () => {
  const interrupted = () =>
    product.collection('target_changes').insertOne({
      id: 'cut-short',
      view_id: product.idOf('organic'),
      revision: 6,
      from_revision: 5,
      at: new Date(),
      by: 'rest@example.com',
      kind: 'edit',
      restored_revision: null,
      keys: [{ key: 'intro_poa.poa', before: 14, after: 19 }],
    });

  beforeEach(async () => {
    await product.begin('organic', { intro_poa: { intro: 20, poa: 14 } }, 5);
    await interrupted();
  });

  it('is brought in by the next reader', async () => {
    const { raw, revision, updated_by } = await product.read('organic');
    expect([raw.intro_poa, revision, updated_by]).toEqual([{ intro: 20, poa: 19 }, 6, 'rest@example.com']);
  });

  it('is brought in by the next writer, before their own', async () => {
    const { body } = await product.put('organic', { intro_poa: { intro: 21 } });
    expect([body.raw.intro_poa, body.revision]).toEqual([{ intro: 21, poa: 19 }, 7]);
  });

  it('is brought in at the next start', async () => {
    const second = await startApp({ database: product.database });
    await second.stop();
    expect((await product.storedIn('organic')).targets).toEqual({
      intro_poa: { intro: 20, poa: 19 },
    });
  });

  it('undoes nothing where other software replaced the view', async () => {
    await product.read('organic');
    await product
      .collection('views')
      .updateOne(
        { id: product.idOf('organic') },
        { $set: { targets: { intro_poa: { poa: 30 } } }, $unset: { targets_revision: '' } },
      );
    const { raw, revision } = await product.read('organic');
    expect([raw, revision]).toEqual([{ intro_poa: { poa: 30 } }, 6]);
    expect((await product.put('organic', { intro_poa: { poa: 31 } }, '"6"')).body.revision).toBe(7);
  });
});
