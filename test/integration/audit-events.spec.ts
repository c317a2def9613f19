import { type Product, startProduct } from '../support/product-with-database.js';

describe('the audit log', () => {
  let product: Product;

  beforeAll(async () => {
    product = await startProduct();
  });
  afterAll(() => product.stop());

  const entries = (filter: object) =>
    product.database.db.collection('audit_log').find(filter).sort({ _id: 1 }).toArray();

  it('tells who signed in, how and from where', async () => {
    await product.app.signIn('signal@example.com');
    const [entry, ...others] = await entries({ 'actor.name': 'signal@example.com' });
    expect(others).toEqual([]);
    expect(entry).toMatchObject({
      action: 'signed_in',
      outcome: 'done',
      actor: { kind: 'person', name: 'signal@example.com' },
      changes: [
        { field: 'way', before: null, after: 'local' },
        { field: 'expires_at', before: null },
      ],
    });
    expect(entry?.address).toMatch(/^(127\.0\.0\.1|::1)$/);
    expect(entry?.request_id).toMatch(/^[0-9a-f-]{36}$/);
  });
});
