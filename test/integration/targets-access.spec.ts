import { type Product, startProduct } from '../support/product-with-database.js';
import { viewNamed, viewsOf } from '../support/views.js';

let product: Product;
let organic: string;
let signal: string;

beforeAll(async () => {
  product = await startProduct();
  const views = await viewsOf(product.admin);
  [organic = '', signal = ''] = ['Organic', 'Signal'].map(
    (name) => `/api/views/${viewNamed(views, name).id}`,
  );
});

afterAll(() => product.stop());

it('is a super admin, from this site, who changes targets', async () => {
  const viewer = await product.app.signIn('organic@example.com');
  const change = { targets: { intro_poa: { poa: 1 } } };
  expect((await viewer.put(`${organic}/targets`, change)).status).toBe(403);
  expect((await viewer.post(`${organic}/targets/history/0/restore`)).status).toBe(403);
  expect((await viewer.put(`${signal}/targets`, change)).status).toBe(404);
  const forged = await product.admin.put(`${organic}/targets`, change, { 'x-xsrf-token': 'no' });
  expect(forged.status).toBe(403);
  expect((await product.app.client().put(`${organic}/targets`, change)).status).toBe(401);
  expect((await product.admin.put('/api/views/view-nowhere/targets', change)).status).toBe(404);
});

it('takes no more targets than a form holds', async () => {
  const big = { targets: { intro_poa: { poa: '1'.repeat(65_536) } } };
  expect((await product.admin.put(`${organic}/targets`, big)).status).toBe(413);
});
