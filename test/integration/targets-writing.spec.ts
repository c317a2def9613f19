import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Analytics, Explanation, Targets } from '@app/contracts';
import { eventually } from '../support/eventually.js';
import { ProductWithTargets } from '../support/product-with-targets.js';

const STORED = JSON.parse(
  readFileSync(join(import.meta.dirname, '..', 'data', 'targets.json'), 'utf8'),
) as Record<'organic' | 'signal', Record<string, unknown>>;

let product: ProductWithTargets;

beforeAll(async () => {
  product = await ProductWithTargets.start();
});

afterAll(() => product.stop());

describe('a change of targets', () => {
  it('touches the keys that it names: every other one stays byte for byte', async () => {
    await product.store('signal', {
      ...STORED.signal,
      colours: { theme: 'blue', at: new Date(0) },
      note: null,
    });
    const before = await product.storedIn('signal');
    const { status, body, headers } = await product.put('signal', {
      intro_poa: { poa: 15 },
      dashboard_banners: { intro_target: null },
      revenue_2031: { jan: '120000.50' },
    });
    expect([status, body.revision, headers.get('etag')]).toEqual([200, 1, '"1"']);
    const { targets, targets_revision, ...rest } = await product.storedIn('signal');
    const { targets: old, ...kept } = before as { targets: Record<string, Record<string, unknown>> };
    const { intro_target, ...banners } = old.dashboard_banners ?? {};
    expect(intro_target).toBe(12);
    expect([targets, targets_revision]).toEqual([
      { ...old, dashboard_banners: banners, intro_poa: { poa: 15 }, revenue_2031: { jan: '120000.50' } },
      1,
    ]);
    expect(rest).toEqual(kept);
    expect(body.resolved['revenue_2031.jan']).toEqual({ value: 120_000.5, origin: 'revenue_2031.jan' });
  });

  it('is none when it repeats what is there: a whole set may be sent back', async () => {
    const { raw, revision } = await product.read('signal');
    const { status, body } = await product.put('signal', raw);
    expect([status, body.revision]).toEqual([200, revision]);
    expect((await product.history('signal')).total).toBe(revision);
  });

  it.each([[null], ['text'], [['a', 'list']]])(
    'starts where %j is stored in place of targets',
    async (stored) => {
      await product.store('full', stored);
      const { status } = await product.put('full', { meeting_generation: { inbound: 6 } });
      expect([status, (await product.storedIn('full')).targets]).toEqual([
        200,
        { meeting_generation: { inbound: 6 } },
      ]);
    },
  );

  it('replaces what stands in place of a group only when it writes to the group', async () => {
    await product.store('full', { intro_poa: 'soon', meeting_generation: null });
    await product.put('full', { meeting_generation: { inbound: 6 } });
    expect((await product.storedIn('full')).targets).toEqual({
      intro_poa: 'soon',
      meeting_generation: { inbound: 6 },
    });
  });

  it('repairs a target in whose place an object is stored, and restores it as it was', async () => {
    const was = { intro_poa: { intro: 20, poa: {} }, closing_projections: { next_14_days: { value: 5 } } };
    await product.store('full', was);
    const { revision } = await product.read('full');
    const { status, body } = await product.put('full', {
      intro_poa: { poa: 5 },
      closing_projections: { next_14_days: null },
    });
    expect([status, body.resolved.poa?.value]).toEqual([200, 5]);
    expect((await product.storedIn('full')).targets).toEqual({
      intro_poa: { intro: 20, poa: 5 },
      closing_projections: {},
    });
    expect((await product.history('full')).items[0]?.keys).toEqual([
      { key: 'intro_poa.poa', before: {}, after: 5 },
      { key: 'closing_projections.next_14_days', before: { value: 5 }, after: null },
    ]);
    await product.admin.post(`${product.pathOf('full')}/targets/history/${revision}/restore`);
    expect((await product.storedIn('full')).targets).toEqual(was);
    await product.put('full', { intro_poa: { poa: null } });
    expect((await product.storedIn('full')).targets).toMatchObject({ intro_poa: { intro: 20 } });
    expect((await product.read('full')).raw.intro_poa).toEqual({ intro: 20 });
  });

  it('is refused whole, with each faulty key by name', async () => {
    const before = await product.storedIn('signal');
    const { status, body } = await product.put('signal', {
      intro_poa: { poa: 20, pao: 1 },
      sales: 3,
      meeting_generation: { inbound: -4 },
    });
    expect([status, body.errors.map(({ field }) => field)]).toEqual([
      400,
      ['intro_poa.pao', 'sales', 'meeting_generation.inbound'],
    ]);
    expect(await product.storedIn('signal')).toEqual(before);
  });

  it.each([[undefined], [null], ['x'], [[]]])('needs an object of groups, not %j', async (targets) => {
    const { status, body } = await product.put('signal', targets);
    expect([status, body.errors[0]?.field]).toEqual([400, 'targets']);
  });

  it('is shown at once by analytics and explain, on Master too', async () => {
    await product.store('market', { intro_poa: { poa: 4 } });
    const period = '?from=2026-07-01&to=2026-12-31&as_of=2026-11-22';
    const target = async (view: 'market' | 'master') =>
      (await product.admin.get<Analytics>(`${product.pathOf(view)}/analytics${period}`)).body.metrics[
        'poa.generated'
      ]?.target;
    const tag = async () =>
      (await product.admin.get(`${product.pathOf('market')}/analytics${period}`)).headers.get('etag');
    const [before, master] = [await tag(), await target('master')];
    await product.put('market', { intro_poa: { poa: 9 } });
    expect(await target('market')).toBe(54);
    expect(await tag()).not.toBe(before);
    expect(await target('master')).toBe((master ?? 0) + 30);
    const { body } = await product.admin.get<Explanation>(
      `${product.pathOf('market')}/analytics/explain${period}&metric=poa.generated`,
    );
    expect(body.target_origin).toMatchObject({
      origin: 'intro_poa.poa',
      base: 9,
      set_by: 'admin@example.com',
      set_at: (await product.read('market')).updated_at,
    });
  });

  it('was not made here when other software has written the key since', async () => {
    await product
      .collection('views')
      .updateOne({ id: product.idOf('market') }, { $set: { 'targets.intro_poa.poa': 11 } });
    await eventually(async () => {
      const { body } = await product.admin.get<Explanation>(
        `${product.pathOf('market')}/analytics/explain?from=2026-07-01&to=2026-12-31&metric=poa.generated`,
      );
      expect(body.target_origin).toMatchObject({ base: 11, set_by: null, set_at: null });
    });
  });
});

describe('targets of a master', () => {
  it('say what the views add up to beside its own', async () => {
    await product.store('organic', { intro_poa: { intro: 20 } });
    await product.store('signal', { intro_poa: { intro: 12 } });
    await product.store('market', {});
    await product.store('full', {});
    const { body } = await product.put('master', { intro_poa: { intro: 40 } });
    expect(body.resolved.intro).toEqual({ value: 40, origin: 'intro_poa.intro' });
    expect([body.views_sum?.intro, body.views_sum?.poa]).toEqual([32, null]);
    const { body: removed } = await product.put('master', { intro_poa: { intro: null } });
    expect(removed.resolved.intro).toEqual({ value: 32, origin: 'sum of views' });
    expect((await product.read('organic')).views_sum).toBeNull();
  });

  it('are no longer those that a reader has once those of a view changed, and can be changed on their tag', async () => {
    const address = `${product.pathOf('master')}/targets`;
    const read = (known?: string) =>
      product.admin.get<Targets>(address, known === undefined ? {} : { 'if-none-match': known });
    await product.put('organic', { intro_poa: { intro: 20 } });
    const tag = (await read()).headers.get('etag') ?? '';
    expect((await read(tag)).status).toBe(304);
    const { body: before } = await read();
    await product.put('organic', { intro_poa: { intro: 25 } });
    const { status, headers, body } = await read(tag);
    expect([status, body.revision]).toEqual([200, before.revision]);
    expect(body.views_sum?.intro).toBe((before.views_sum?.intro ?? 0) + 5);
    const written = await product.put('master', { intro_poa: { intro: 41 } }, headers.get('etag') ?? '');
    expect([written.status, written.body.revision]).toEqual([200, before.revision + 1]);
    const unless = { 'if-none-match': written.headers.get('etag') ?? '' };
    expect((await product.admin.put(address, { targets: {} }, unless)).status).toBe(412);
  });
});
