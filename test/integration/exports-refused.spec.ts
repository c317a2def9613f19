import type { Problem } from '@app/contracts';
import { largeSheet } from '../support/sheets.js';
import { ingest } from '../support/views.js';
import { PERIOD, ProductWithDeals } from '../support/product-with-deals.js';

let product: ProductWithDeals;

beforeAll(async () => {
  product = await ProductWithDeals.start();
});

afterAll(() => product.stop());

describe('an export is refused', () => {
  it.each([
    ['records/export', 'format'],
    ['records/export?format=pdf', 'format'],
    ['records/export?format=csv&limit=5', 'limit'],
    ['records/export?format=csv&sort=shoe', 'sort'],
    [`analytics/records/export?format=csv&metric=nothing&${PERIOD}`, 'metric'],
    ['analytics/records/export?format=csv&metric=meetings.total&from=2026-07-01', 'to'],
    [`analytics/breakdown/export?format=xlsx&metric=meetings.total&by=shoe&${PERIOD}`, 'by'],
    [`analytics/breakdown/export?format=csv&metric=meetings.total&by=owner&sort=owner&${PERIOD}`, 'sort'],
    [`screens/dashboard/export?format=csv&${PERIOD}`, 'table'],
    [`screens/dashboard/export?format=csv&table=owners&${PERIOD}`, 'table'],
    [`screens/dashboard/export?format=pdf&table=months&${PERIOD}`, 'format'],
    [`screens/dashboard/export?format=csv&table=months&columns=shoe&${PERIOD}`, 'columns'],
    [`screens/meetings-attended/export?format=csv&table=months&sort=shoe&${PERIOD}`, 'sort'],
    [`screens/meetings-attended/export?format=csv&table=months&sort=--label&${PERIOD}`, 'sort'],
  ])('%s', async (route, field) => {
    const { status, headers, body } = await product.admin.get<Problem>(product.pathOf('Organic', route));
    expect(status).toBe(400);
    expect(headers.get('content-type')).toContain('application/problem+json');
    expect(headers.get('content-disposition')).toBeNull();
    expect(body.errors.map((error) => error.field)).toEqual([field]);
  });

  it.each([
    'records/export?format=csv',
    `analytics/records/export?format=csv&metric=meetings.total&${PERIOD}`,
    `analytics/breakdown/export?format=csv&metric=meetings.total&by=owner&${PERIOD}`,
    'findings/unknown_stage/records/export?format=csv',
    `screens/dashboard/export?format=csv&table=months&${PERIOD}`,
    'board-columns/legal/records/export?format=csv',
  ])('%s to whoever may not read the view', async (route) => {
    const viewer = await product.app.signIn('signal@example.com');
    expect((await viewer.get(product.pathOf('Organic', route))).status).toBe(404);
    expect((await viewer.get(product.pathOf('Master', route))).status).toBe(404);
    expect((await viewer.get(product.pathOf('Signal', route))).status).toBe(200);
    expect((await product.app.client().get(product.pathOf('Organic', route))).status).toBe(401);
  });

  it.each([
    'findings/shoe/records/export?format=csv',
    'board-columns/shoe/records/export?format=csv',
    `screens/shoe/export?format=csv&${PERIOD}`,
  ])('%s: there is none', async (route) => {
    expect((await product.admin.get(product.pathOf('Organic', route))).status).toBe(404);
  });
});

describe('exports at once', () => {
  const path = () => product.pathOf('Full Funnel', 'records/export?format=xlsx');

  beforeAll(async () => {
    const run = await ingest(product.admin, product.idOf('Full Funnel'), 'some.csv', largeSheet(3_000));
    expect([run.status, run.error]).toEqual(['published', null]);
  });

  it('are two for a person: further ones are asked to wait, and are made later', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, async () => {
        const response = await product.admin.open(path());
        await response.arrayBuffer();
        return response;
      }),
    );
    const refused = answers.filter(({ status }) => status === 429);
    expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThanOrEqual(2);
    expect(refused.length).toBeGreaterThan(0);
    expect(refused[0]?.headers.get('retry-after')).toBe('5');
    for (let again = 0; again < 3; again += 1)
      expect((await product.workbook('Full Funnel', 'records/export?format=xlsx')).rows).toHaveLength(3_001);
  });

  it('are not counted when they are refused', async () => {
    for (let attempt = 0; attempt < 5; attempt += 1)
      expect((await product.admin.get(product.pathOf('Organic', 'records/export?format=pdf'))).status).toBe(
        400,
      );
    expect((await product.csv('Organic', 'records/export?format=csv')).lines.length).toBeGreaterThan(1);
  });
});

describe('a publish in the middle of a download', () => {
  it('breaks it off rather than mixing old and new data', async () => {
    await ingest(product.admin, product.idOf('Market'), 'old.csv', largeSheet(5_000, { tag: 'Old' }));
    const path = product.pathOf('Market', 'records/export?format=csv&sort=-pipeline');
    const response = await product.admin.open(path);
    // Nothing is read meanwhile: what the network holds back, the product has not asked the database for.
    await ingest(product.admin, product.idOf('Market'), 'new.csv', largeSheet(10, { tag: 'New' }));
    const text = await response.text().catch(() => 'broken');
    expect(text === 'broken' || text.split('\r\n').length === 5_002).toBe(true);
    expect(text).not.toContain('New');
    expect((await product.csv('Market', 'records/export?format=csv')).lines).toHaveLength(11);
  });
});
