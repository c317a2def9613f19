import type { Breakdown, ScreenAnswer } from '@app/contracts';
import { PERIOD, ProductWithDeals } from '../support/product-with-deals.js';

let product: ProductWithDeals;

beforeAll(async () => {
  product = await ProductWithDeals.start();
});

afterAll(() => product.stop());

describe('a breakdown', () => {
  it('is a file with a row for each part and the total', async () => {
    const question = `metric=pipe.created&by=owner&${PERIOD}`;
    const { headers, lines } = await product.csv(
      'Organic',
      `analytics/breakdown/export?${question}&format=csv`,
    );
    const { body } = await product.admin.get<Breakdown>(
      product.pathOf('Organic', `analytics/breakdown?${question}`),
    );
    const rows = body.rows.map(({ key, label, value }) => `${key === null ? 'Unassigned' : label},${value}`);
    expect(lines[0]).toMatch(/^AE,.*pipe/i);
    expect(lines.slice(1)).toEqual([...rows, `Total,${body.total}`]);
    expect(headers.get('content-disposition')).toContain(
      'organic-pipe.created-by-owner-2026-07-01-2026-12-31',
    );
  });

  it('is sorted by its numbers or its names where that is asked for, unassigned last', async () => {
    const question = `metric=pipe.created&by=owner&${PERIOD}`;
    const sorted = async (sort: string) => {
      const file = `analytics/breakdown/export?${question}&sort=${sort}&format=csv`;
      return (await product.csv('Master', file)).lines.slice(1, -1).map((line) => line.split(','));
    };
    const { body } = await product.admin.get<Breakdown>(
      product.pathOf('Master', `analytics/breakdown?${question}`),
    );
    const named = body.rows.filter(({ key }) => key !== null);
    const values = named.map(({ value }) => value ?? 0).sort((one, other) => other - one);
    const last = body.rows.filter(({ key }) => key === null).map(({ value }) => value);
    expect(named.length).toBeGreaterThan(1);
    expect((await sorted('-value')).map(([, value]) => Number(value))).toEqual([...values, ...last]);
    expect((await sorted('-label')).slice(0, named.length).map(([name]) => name)).toEqual(
      named.map(({ label }) => label).sort((one, other) => other.localeCompare(one, 'en')),
    );
  });

  it('keeps rates unrounded and typed', async () => {
    const question = `metric=relevance.rate&by=month&${PERIOD}`;
    const { rows } = await product.workbook('Organic', `analytics/breakdown/export?${question}&format=xlsx`);
    expect(rows.at(-1)).toEqual(['Total', 1 / 3]);
  });
});

describe('a table of a screen', () => {
  it('is a file with the numbers of the screen, unrounded, and its totals', async () => {
    const { headers, lines } = await product.csv(
      'Organic',
      `screens/meetings-attended/export?table=owners&format=csv&${PERIOD}`,
    );
    const { body } = await product.admin.get<ScreenAnswer<'meetings-attended'>>(
      product.pathOf('Organic', `screens/meetings-attended?${PERIOD}`),
    );
    const { columns, rows, totals } = body.owners;
    const line = (cells: readonly (string | number | null)[]) => cells.map((cell) => cell ?? '').join(',');
    expect(lines).toEqual([
      line(['AE', ...columns.map(({ label }) => label)]),
      ...rows.map(({ label, values }) => line([label, ...values])),
      line(['Total', ...totals]),
    ]);
    expect(headers.get('content-disposition')).toContain(
      'organic-meetings-attended-owners-2026-07-01-2026-12-31.csv',
    );
  });

  it('holds what is shown: its columns in their order, its rows as they are sorted, unassigned last', async () => {
    const shown = 'columns=poa.generated&columns=intros.attended&sort=-label';
    const { headers, lines } = await product.csv(
      'Master',
      `screens/meetings-attended/export?table=owners&format=csv&${PERIOD}&${shown}`,
    );
    expect(headers.get('content-disposition')).toContain(
      '-owners-of-poa-generated-intros-attended-2026-07-01-',
    );
    const { body } = await product.admin.get<ScreenAnswer<'meetings-attended'>>(
      product.pathOf('Master', `screens/meetings-attended?${PERIOD}`),
    );
    const { columns, rows } = body.owners;
    const at = ['poa.generated', 'intros.attended'].map((id) =>
      columns.findIndex((column) => column.id === id),
    );
    const sorted = [...rows].sort((one, other) => other.label.localeCompare(one.label));
    const inOrder = [
      ...sorted.filter(({ key }) => key !== null),
      ...sorted.filter(({ key }) => key === null),
    ];
    expect(lines.slice(0, -1)).toEqual([
      ['AE', ...at.map((each) => columns[each]?.label)].join(','),
      ...inOrder.map(({ key, label, values }) =>
        [key === null ? 'Unassigned' : label, ...at.map((each) => values[each])].join(','),
      ),
    ]);
    expect(inOrder.length).toBeGreaterThan(1);
  });

  it.each([
    ['dashboard', 'months'],
    ['dashboard', 'revenue_by_month'],
    ['meetings-generation', 'sources'],
    ['meetings-generation', 'bdrs'],
    ['upsell-renew', 'partners'],
    ['deals-pipeline', 'cumulative'],
    ['projections', 'owners'],
  ])('%s: %s', async (screen, table) => {
    const { rows } = await product.workbook(
      'Organic',
      `screens/${screen}/export?table=${table}&format=xlsx&against=none&${PERIOD}`,
    );
    expect(rows.length).toBeGreaterThan(1);
    expect(rows.at(-1)?.[0]).toBe('Total');
  });
});
