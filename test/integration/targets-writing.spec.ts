import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Analytics, Explanation, Problem, TargetChangePage, Targets } from '@app/contracts';
import { type Client, startApp } from '../support/app.js';
import { type Product, startProduct } from '../support/product-with-database.js';
import { viewNamed, viewsOf } from '../support/views.js';
import { noticed } from '../support/noticed.js';
import { eventually } from '../support/eventually.js';

const STORED = JSON.parse(
  readFileSync(join(import.meta.dirname, '..', 'data', 'targets.json'), 'utf8'),
) as Record<'organic' | 'signal', Record<string, unknown>>;

let product: Product;
let other: Client;
let paths: Record<'organic' | 'signal' | 'market' | 'full' | 'master', string>;

beforeAll(async () => {
  product = await startProduct();
  const { admin, app, database } = product;
  await database.db.collection('users').insertOne({
    id: 'user-rest-1767225600',
    email: 'rest@example.com',
    name: 'Rest',
    role: 'super_admin',
  });
  other = await app.signIn('rest@example.com');
  const views = await viewsOf(admin);
  const pathOf = (name: string) => `/api/views/${viewNamed(views, name).id}`;
  paths = {
    organic: pathOf('Organic'),
    signal: pathOf('Signal'),
    market: pathOf('Market'),
    full: pathOf('Full Funnel'),
    master: pathOf('Master'),
  };
});

afterAll(() => product.stop());

const collection = (name: string) => product.database.db.collection(name);

/** Puts targets into a view as other software would. */
async function store(view: string, targets: unknown, revision?: number): Promise<void> {
  const change = revision === undefined ? { targets } : { targets, targets_revision: revision };
  await collection('views').updateOne({ id: idOf(view) }, { $set: change });
  await noticed(product);
}

const idOf = (path: string) => path.split('/').at(-1) ?? '';

const storedIn = async (path: string): Promise<Record<string, unknown>> =>
  (await collection('views').findOne({ id: idOf(path) })) ?? {};

const read = async (path: string) => (await product.admin.get<Targets>(`${path}/targets`)).body;

const put = (path: string, targets: unknown, tag?: string, client = product.admin) =>
  client.put<Targets & Problem>(`${path}/targets`, { targets }, tag === undefined ? {} : { 'if-match': tag });

const history = async (path: string, query = '') =>
  (await product.admin.get<TargetChangePage>(`${path}/targets/history${query}`)).body;

describe('a change of targets', () => {
  it('touches the keys that it names: every other one stays byte for byte', async () => {
    await store(paths.signal, { ...STORED.signal, colours: { theme: 'blue', at: new Date(0) }, note: null });
    const before = await storedIn(paths.signal);
    const { status, body, headers } = await put(paths.signal, {
      intro_poa: { poa: 15 },
      dashboard_banners: { intro_target: null },
      revenue_2031: { jan: '120000.50' },
    });
    expect([status, body.revision, headers.get('etag')]).toEqual([200, 1, '"1"']);
    const { targets, targets_revision, ...rest } = await storedIn(paths.signal);
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
    const { raw, revision } = await read(paths.signal);
    const { status, body } = await put(paths.signal, raw);
    expect([status, body.revision]).toEqual([200, revision]);
    expect((await history(paths.signal)).total).toBe(revision);
  });

  it.each([[null], ['text'], [['a', 'list']]])(
    'starts where %j is stored in place of targets',
    async (stored) => {
      await store(paths.full, stored);
      const { status } = await put(paths.full, { meeting_generation: { inbound: 6 } });
      expect([status, (await storedIn(paths.full)).targets]).toEqual([
        200,
        { meeting_generation: { inbound: 6 } },
      ]);
    },
  );

  it('replaces what stands in place of a group only when it writes to the group', async () => {
    await store(paths.full, { intro_poa: 'soon', meeting_generation: null });
    await put(paths.full, { meeting_generation: { inbound: 6 } });
    expect((await storedIn(paths.full)).targets).toEqual({
      intro_poa: 'soon',
      meeting_generation: { inbound: 6 },
    });
  });

  it('repairs a target in whose place an object is stored, and restores it as it was', async () => {
    const was = { intro_poa: { intro: 20, poa: {} }, closing_projections: { next_14_days: { value: 5 } } };
    await store(paths.full, was);
    const { revision } = await read(paths.full);
    const { status, body } = await put(paths.full, {
      intro_poa: { poa: 5 },
      closing_projections: { next_14_days: null },
    });
    expect([status, body.resolved.poa?.value]).toEqual([200, 5]);
    expect((await storedIn(paths.full)).targets).toEqual({
      intro_poa: { intro: 20, poa: 5 },
      closing_projections: {},
    });
    expect((await history(paths.full)).items[0]?.keys).toEqual([
      { key: 'intro_poa.poa', before: {}, after: 5 },
      { key: 'closing_projections.next_14_days', before: { value: 5 }, after: null },
    ]);
    await product.admin.post(`${paths.full}/targets/history/${revision}/restore`);
    expect((await storedIn(paths.full)).targets).toEqual(was);
    await put(paths.full, { intro_poa: { poa: null } });
    expect((await storedIn(paths.full)).targets).toMatchObject({ intro_poa: { intro: 20 } });
    expect((await read(paths.full)).raw.intro_poa).toEqual({ intro: 20 });
  });

  it('is refused whole, with each faulty key by name', async () => {
    const before = await storedIn(paths.signal);
    const { status, body } = await put(paths.signal, {
      intro_poa: { poa: 20, pao: 1 },
      sales: 3,
      meeting_generation: { inbound: -4 },
    });
    expect([status, body.errors.map(({ field }) => field)]).toEqual([
      400,
      ['intro_poa.pao', 'sales', 'meeting_generation.inbound'],
    ]);
    expect(await storedIn(paths.signal)).toEqual(before);
  });

  it.each([[undefined], [null], ['x'], [[]]])('needs an object of groups, not %j', async (targets) => {
    const { status, body } = await put(paths.signal, targets);
    expect([status, body.errors[0]?.field]).toEqual([400, 'targets']);
  });

  it('is shown at once by analytics and explain, on Master too', async () => {
    await store(paths.market, { intro_poa: { poa: 4 } });
    const period = '?from=2026-07-01&to=2026-12-31&as_of=2026-11-22';
    const target = async (path: string) =>
      (await product.admin.get<Analytics>(`${path}/analytics${period}`)).body.metrics['poa.generated']
        ?.target;
    const tag = async () =>
      (await product.admin.get(`${paths.market}/analytics${period}`)).headers.get('etag');
    const [before, master] = [await tag(), await target(paths.master)];
    await put(paths.market, { intro_poa: { poa: 9 } });
    expect(await target(paths.market)).toBe(54);
    expect(await tag()).not.toBe(before);
    expect(await target(paths.master)).toBe((master ?? 0) + 30);
    const { body } = await product.admin.get<Explanation>(
      `${paths.market}/analytics/explain${period}&metric=poa.generated`,
    );
    expect(body.target_origin).toMatchObject({
      origin: 'intro_poa.poa',
      base: 9,
      set_by: 'admin@example.com',
      set_at: (await read(paths.market)).updated_at,
    });
  });

  it('was not made here when other software has written the key since', async () => {
    await collection('views').updateOne(
      { id: idOf(paths.market) },
      { $set: { 'targets.intro_poa.poa': 11 } },
    );
    await eventually(async () => {
      const { body } = await product.admin.get<Explanation>(
        `${paths.market}/analytics/explain?from=2026-07-01&to=2026-12-31&metric=poa.generated`,
      );
      expect(body.target_origin).toMatchObject({ base: 11, set_by: null, set_at: null });
    });
  });
});

describe('targets of a master', () => {
  it('say what the views add up to beside its own', async () => {
    await store(paths.organic, { intro_poa: { intro: 20 } });
    await store(paths.signal, { intro_poa: { intro: 12 } });
    await store(paths.market, {});
    await store(paths.full, {});
    const { body } = await put(paths.master, { intro_poa: { intro: 40 } });
    expect(body.resolved.intro).toEqual({ value: 40, origin: 'intro_poa.intro' });
    expect([body.views_sum?.intro, body.views_sum?.poa]).toEqual([32, null]);
    const { body: removed } = await put(paths.master, { intro_poa: { intro: null } });
    expect(removed.resolved.intro).toEqual({ value: 32, origin: 'sum of views' });
    expect((await read(paths.organic)).views_sum).toBeNull();
  });
});

describe('two admins', () => {
  beforeEach(async () => {
    await collection('target_changes').deleteMany({ view_id: idOf(paths.organic) });
    await store(paths.organic, { intro_poa: { intro: 20, poa: 14 }, colours: 'blue' }, 3);
  });

  it('who change different keys are merged', async () => {
    const { revision } = await read(paths.organic);
    await put(paths.organic, { intro_poa: { poa: 15 } }, `"${revision}"`);
    const { status, body } = await put(paths.organic, { intro_poa: { intro: 25 } }, `"${revision}"`, other);
    expect([status, body.revision, body.raw]).toEqual([
      200,
      5,
      { intro_poa: { intro: 25, poa: 15 }, colours: 'blue' },
    ]);
    expect([body.updated_by, (await history(paths.organic)).items.map(({ by }) => by)]).toEqual([
      'rest@example.com',
      ['rest@example.com', 'admin@example.com'],
    ]);
  });

  it('who change the same key are told of it: which, by whom, when, and its value now', async () => {
    await put(paths.organic, { intro_poa: { poa: 15 } }, '"3"');
    const { status, body } = await put(paths.organic, { intro_poa: { poa: 16, intro: 25 } }, '"3"', other);
    expect([status, body.errors.map(({ field }) => field)]).toEqual([412, ['intro_poa.poa']]);
    expect(body.errors[0]?.message).toMatch(
      /intro_poa\.poa: admin@example\.com set it to 15 on \d{4}-\d\d-\d\dT/,
    );
    expect((await read(paths.organic)).raw.intro_poa).toEqual({ intro: 20, poa: 15 });
  });

  it('may agree on a value, and may send back what they saw of others', async () => {
    const { raw } = await read(paths.organic);
    await put(paths.organic, { intro_poa: { poa: 15 } }, '3');
    expect((await put(paths.organic, { intro_poa: { poa: 15 } }, '3', other)).status).toBe(200);
    const mine = { ...raw, intro_poa: { intro: 30, poa: 14 } };
    const { status, body } = await put(paths.organic, mine, '3', other);
    expect([status, body.raw.intro_poa]).toEqual([200, { intro: 30, poa: 15 }]);
  });

  it('who name no revision change whatever is there', async () => {
    await put(paths.organic, { intro_poa: { poa: 15 } }, '"3"');
    expect((await put(paths.organic, { intro_poa: { poa: 16 } }, '*', other)).body.raw.intro_poa).toEqual({
      intro: 20,
      poa: 16,
    });
  });

  it('are refused where they ask that there be nothing yet', async () => {
    const body = JSON.stringify({ targets: { intro_poa: { poa: 99 } } });
    const headers = { 'content-type': 'application/json', 'if-none-match': '*' };
    const answer = await product.admin.send<Problem>('PUT', `${paths.organic}/targets`, { body, headers });
    expect([answer.status, answer.body.errors[0]?.field]).toEqual([412, 'If-None-Match']);
    expect((await read(paths.organic)).raw.intro_poa).not.toMatchObject({ poa: 99 });
  });

  it.each(['"9"', '"2"', '"-1"', 'W/"1"'])('are refused on revision %s, which is not known', async (tag) => {
    const { status, body } = await put(paths.organic, { intro_poa: { poa: 16 } }, tag);
    expect([status, body.errors[0]?.field]).toEqual([412, 'If-Match']);
  });
});

describe('many writers at once', () => {
  it('lose nothing, in two processes, while other software writes keys of its own', async () => {
    await store(paths.full, {});
    const second = await startApp({ database: product.database });
    try {
      const there = await second.signIn('rest@example.com');
      const before = (await read(paths.full)).revision;
      const writers = Array.from({ length: 24 }, (_, at) =>
        put(paths.full, { revenue_2030: { [MONTHS[at % 12] ?? '']: at } }, undefined, at % 2 ? there : other),
      );
      const foreign = Array.from({ length: 8 }, (_, at) =>
        collection('views').updateOne({ id: idOf(paths.full) }, { $set: { [`targets.theirs.k${at}`]: at } }),
      );
      const answers = await Promise.all(writers);
      await Promise.all(foreign);
      expect(answers.map(({ status }) => status)).toEqual(Array<number>(24).fill(200));
      const { raw, revision } = await read(paths.full);
      const { items } = await history(paths.full, '?limit=100');
      expect(Object.keys(raw.theirs as object)).toHaveLength(8);
      expect(items[0]?.revision).toBe(revision);
      // A writer may have found its value there already; every revision is one change, none twice.
      expect(new Set(items.map((item) => item.revision)).size).toBe(items.length);
      for (const month of MONTHS) {
        const newest = items.find(({ keys }) => keys.some(({ key }) => key === `revenue_2030.${month}`));
        expect((raw.revenue_2030 as Record<string, unknown>)[month]).toBe(newest?.keys[0]?.after);
      }
      expect(revision - before).toBe(24);
    } finally {
      await second.stop();
    }
  });
});

describe('the history', () => {
  beforeEach(async () => {
    await collection('target_changes').deleteMany({ view_id: idOf(paths.organic) });
    await store(paths.organic, { intro_poa: { intro: 20, poa: 14 }, upsell_renew: 'later', own: 7 }, 0);
    await put(paths.organic, { intro_poa: { poa: 15 }, dashboard: { deals: 3 } });
    await put(paths.organic, { intro_poa: { poa: null }, upsell_renew: { upsells_target: 2 } });
    await put(paths.organic, { intro_poa: { poa: '18' } });
  });

  it('says who changed what from what to what, page by page, to everybody who opens the view', async () => {
    const viewer = await product.app.signIn('organic@example.com');
    const first = await viewer.get<TargetChangePage>(`${paths.organic}/targets/history?limit=2`);
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
    const rest = await history(paths.organic, `?limit=2&cursor=${first.body.next_cursor ?? ''}`);
    expect([rest.items.map(({ revision }) => revision), rest.next_cursor]).toEqual([[1], null]);
    expect((await viewer.get(`${paths.signal}/targets/history`)).status).toBe(404);
    expect((await viewer.get(`${paths.organic}/targets/history?page=2`)).status).toBe(400);
  });

  const restore = (revision: number | string, tag?: string, client = product.admin) =>
    client.post<Targets & Problem>(
      `${paths.organic}/targets/history/${revision}/restore`,
      undefined,
      tag === undefined ? {} : { 'if-match': tag },
    );

  it('brings a state back as a new change, and keeps what never changed here', async () => {
    await collection('views').updateOne({ id: idOf(paths.organic) }, { $set: { 'targets.own': 8 } });
    const { status, body } = await restore(1, '"3"');
    expect([status, body.revision, body.raw]).toEqual([
      200,
      4,
      { intro_poa: { intro: 20, poa: 15 }, upsell_renew: 'later', own: 8, dashboard: { deals: 3 } },
    ]);
    const [newest] = (await history(paths.organic)).items;
    expect([newest?.kind, newest?.restored_revision]).toEqual(['restore', 1]);
    expect((await restore(3)).body.raw).toMatchObject({
      intro_poa: { poa: '18' },
      upsell_renew: { upsells_target: 2 },
    });
    expect((await restore(0)).body.raw).toMatchObject({ intro_poa: { poa: 14 }, upsell_renew: 'later' });
  });

  it('tells of a key that somebody changed since the page was read', async () => {
    await put(paths.organic, { dashboard: { deals: 9 } }, '"3"', other);
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
  const interrupted = async (path: string, from: number) => {
    await collection('target_changes').insertOne({
      id: `cut-${path}`,
      view_id: idOf(path),
      revision: from + 1,
      from_revision: from,
      at: new Date(),
      by: 'rest@example.com',
      kind: 'edit',
      restored_revision: null,
      keys: [{ key: 'intro_poa.poa', before: 14, after: 19 }],
    });
  };

  beforeEach(async () => {
    await collection('target_changes').deleteMany({ view_id: idOf(paths.organic) });
    await store(paths.organic, { intro_poa: { intro: 20, poa: 14 } }, 5);
    await interrupted(paths.organic, 5);
  });

  it('is brought in by the next reader', async () => {
    const { raw, revision, updated_by } = await read(paths.organic);
    expect([raw.intro_poa, revision, updated_by]).toEqual([{ intro: 20, poa: 19 }, 6, 'rest@example.com']);
  });

  it('is brought in by the next writer, before their own', async () => {
    const { body } = await put(paths.organic, { intro_poa: { intro: 21 } });
    expect([body.raw.intro_poa, body.revision]).toEqual([{ intro: 21, poa: 19 }, 7]);
  });

  it('is brought in at the next start', async () => {
    const second = await startApp({ database: product.database });
    await second.stop();
    expect((await storedIn(paths.organic)).targets).toEqual({ intro_poa: { intro: 20, poa: 19 } });
  });

  it('undoes nothing where other software replaced the view', async () => {
    await read(paths.organic);
    await collection('views').updateOne(
      { id: idOf(paths.organic) },
      { $set: { targets: { intro_poa: { poa: 30 } } }, $unset: { targets_revision: '' } },
    );
    const { raw, revision } = await read(paths.organic);
    expect([raw, revision]).toEqual([{ intro_poa: { poa: 30 } }, 6]);
    expect((await put(paths.organic, { intro_poa: { poa: 31 } }, '"6"')).body.revision).toBe(7);
  });
});

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
