import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Targets } from '@app/contracts';
import { noticed } from '../support/noticed.js';
import { type Product, startProduct } from '../support/product-with-database.js';
import { viewNamed, viewsOf } from '../support/views.js';

const STORED = JSON.parse(
  readFileSync(join(import.meta.dirname, '..', 'data', 'targets.json'), 'utf8'),
) as Record<'organic' | 'signal', Record<string, unknown>>;

let product: Product;

beforeAll(async () => {
  product = await startProduct();
  const views = product.database.db.collection('views');
  await views.updateOne({ name: 'Organic' }, { $set: { targets: STORED.organic, targets_revision: 3 } });
  await views.updateOne({ name: 'Signal' }, { $set: { targets: STORED.signal } });
  await noticed(product);
});

afterAll(() => product.stop());

const targetsOf = async (name: string): Promise<Targets> => {
  const { id } = viewNamed(await viewsOf(product.admin), name);
  return (await product.admin.get<Targets>(`/api/views/${id}/targets`)).body;
};

it('answers what is stored, what it means and where it comes from', async () => {
  const { raw, resolved, revision } = await targetsOf('Organic');
  expect([raw, revision]).toEqual([STORED.organic, 3]);
  expect(resolved['revenue_2026.nov']).toEqual({ value: 500_000, origin: 'revenue_2026.nov' });
  expect(resolved.meetings).toEqual({ value: 26, origin: 'meeting_generation.total_target' });
  expect(resolved.event).toEqual({ value: null, origin: null });
});

it('has revision 0 where the product never wrote targets', async () => {
  expect((await targetsOf('Signal')).revision).toBe(0);
});

it('adds the views of a master up, key by key', async () => {
  const [organic, signal, master] = [
    await targetsOf('Organic'),
    await targetsOf('Signal'),
    await targetsOf('Master'),
  ];
  const sum = (organic.resolved.intro?.value ?? 0) + (signal.resolved.intro?.value ?? 0);
  expect(master.resolved.intro).toEqual({ value: sum, origin: 'sum of views' });
});

it('is for those who can open the view', async () => {
  const { id } = viewNamed(await viewsOf(product.admin), 'Signal');
  const organic = await product.app.signIn('organic@example.com');
  expect((await organic.get(`/api/views/${id}/targets`)).status).toBe(404);
});
