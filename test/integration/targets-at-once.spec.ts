import type { Problem } from '@app/contracts';
import { startApp } from '../support/app.js';
import { ProductWithTargets } from '../support/product-with-targets.js';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

let product: ProductWithTargets;

beforeAll(async () => {
  product = await ProductWithTargets.start();
});

afterAll(() => product.stop());

describe('two admins', () => {
  beforeEach(async () => {
    await product.begin('organic', { intro_poa: { intro: 20, poa: 14 }, colours: 'blue' }, 3);
  });

  it('who change different keys are merged', async () => {
    const { revision } = await product.read('organic');
    await product.put('organic', { intro_poa: { poa: 15 } }, `"${revision}"`);
    const { status, body } = await product.put(
      'organic',
      { intro_poa: { intro: 25 } },
      `"${revision}"`,
      product.other,
    );
    expect([status, body.revision, body.raw]).toEqual([
      200,
      5,
      { intro_poa: { intro: 25, poa: 15 }, colours: 'blue' },
    ]);
    expect([body.updated_by, (await product.history('organic')).items.map(({ by }) => by)]).toEqual([
      'rest@example.com',
      ['rest@example.com', 'admin@example.com'],
    ]);
  });

  it('who change the same key are told of it: which, by whom, when, and its value now', async () => {
    await product.put('organic', { intro_poa: { poa: 15 } }, '"3"');
    const { status, body } = await product.put(
      'organic',
      { intro_poa: { poa: 16, intro: 25 } },
      '"3"',
      product.other,
    );
    expect([status, body.errors.map(({ field }) => field)]).toEqual([412, ['intro_poa.poa']]);
    expect(body.errors[0]?.message).toMatch(
      /intro_poa\.poa: admin@example\.com set it to 15 on \d{4}-\d\d-\d\dT/,
    );
    expect((await product.read('organic')).raw.intro_poa).toEqual({ intro: 20, poa: 15 });
  });

  it('may agree on a value, and may send back what they saw of others', async () => {
    const { raw } = await product.read('organic');
    await product.put('organic', { intro_poa: { poa: 15 } }, '3');
    expect((await product.put('organic', { intro_poa: { poa: 15 } }, '3', product.other)).status).toBe(200);
    const mine = { ...raw, intro_poa: { intro: 30, poa: 14 } };
    const { status, body } = await product.put('organic', mine, '3', product.other);
    expect([status, body.raw.intro_poa]).toEqual([200, { intro: 30, poa: 15 }]);
  });

  it('who name no revision change whatever is there', async () => {
    await product.put('organic', { intro_poa: { poa: 15 } }, '"3"');
    expect(
      (await product.put('organic', { intro_poa: { poa: 16 } }, '*', product.other)).body.raw.intro_poa,
    ).toEqual({
      intro: 20,
      poa: 16,
    });
  });

  it('are refused where they ask that there be nothing yet', async () => {
    const body = JSON.stringify({ targets: { intro_poa: { poa: 99 } } });
    const headers = { 'content-type': 'application/json', 'if-none-match': '*' };
    const answer = await product.admin.send<Problem>('PUT', `${product.pathOf('organic')}/targets`, {
      body,
      headers,
    });
    expect([answer.status, answer.body.errors[0]?.field]).toEqual([412, 'If-None-Match']);
    expect((await product.read('organic')).raw.intro_poa).not.toMatchObject({ poa: 99 });
  });

  it.each(['"9"', '"2"', '"-1"', 'W/"1"'])('are refused on revision %s, which is not known', async (tag) => {
    const { status, body } = await product.put('organic', { intro_poa: { poa: 16 } }, tag);
    expect([status, body.errors[0]?.field]).toEqual([412, 'If-Match']);
  });
});

describe('many writers at once', () => {
  it('lose nothing, in two processes, while other software writes keys of its own', async () => {
    await product.store('full', {});
    const second = await startApp({ database: product.database });
    try {
      const there = await second.signIn('rest@example.com');
      const before = (await product.read('full')).revision;
      const writers = Array.from({ length: 24 }, (_, at) =>
        product.put(
          'full',
          { revenue_2030: { [MONTHS[at % 12] ?? '']: at } },
          undefined,
          at % 2 ? there : product.other,
        ),
      );
      const foreign = Array.from({ length: 8 }, (_, at) =>
        product
          .collection('views')
          .updateOne({ id: product.idOf('full') }, { $set: { [`targets.theirs.k${at}`]: at } }),
      );
      const answers = await Promise.all(writers);
      await Promise.all(foreign);
      expect(answers.map(({ status }) => status)).toEqual(Array<number>(24).fill(200));
      const { raw, revision } = await product.read('full');
      const { items } = await product.history('full', '?limit=100');
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
