import type { AuthConfig, Me, Problem } from '@app/contracts';
import '../support/app.js';
import {
  ATTEMPT,
  begin,
  comeBack,
  person,
  ProductWithGoogle,
  refusalIn,
  WANTED,
} from '../support/product-with-google.js';

let product: ProductWithGoogle;
beforeAll(async () => {
  product = await ProductWithGoogle.start();
});
afterAll(() => product.stop());

describe('signing in with Google', () => {
  it('is offered', async () => {
    const { body } = await product.app.client().get<AuthConfig>('/api/auth/config');
    expect(body).toEqual({ google: true, demo: false, local: [], refusal: null });
    expect(product.app.output()).toContain(
      'Ways in: Google, for people whom a super admin added and those with an address at firm.example, two.example;',
    );
  });

  it('leads back to the page that was asked for, as the user of that address in any case', async () => {
    const { client, answer } = await product.signIn(person({ email: 'SIGNAL@Example.com' }));
    expect([answer.status, answer.headers.get('location'), answer.text]).toEqual([302, WANTED, '']);
    const { body } = await client.get<Me>('/api/auth/me');
    expect(body.user).toMatchObject({ email: 'signal@example.com', view_access: ['Signal'], role: 'viewer' });
    expect(await refusalIn(client)).toBeNull();
    expect(client.cookie(ATTEMPT)).toBeUndefined();
  });

  it('keeps state and verifier in a cookie that nobody can read, for this host and ten minutes', async () => {
    const { headers } = await product.app.client().get('/api/auth/google');
    const [cookie = ''] = headers.getSetCookie();
    expect(cookie).toMatch(/^__Host-sign-in=[^;]+; Max-Age=600; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
    const state = new URL(headers.get('location') ?? '').searchParams.get('state') ?? '';
    const decoded = cookie.split('.').map((part) => Buffer.from(part, 'base64url').toString('latin1'));
    expect([cookie, ...decoded].join()).not.toContain(state);
  });

  it('takes name and picture from Google each time, and no picture from elsewhere', async () => {
    await product.signIn(
      person({ name: 'Samuel \u202eSignal', picture: 'https://lh3.googleusercontent.com/a/new' }),
    );
    const users = product.database.db.collection('users');
    const changed = { name: 'Samuel Signal', picture: 'https://lh3.googleusercontent.com/a/new' };
    expect(await users.findOne({ email: 'signal@example.com' })).toMatchObject(changed);
    for (const picture of ['https://evil.example/a', 'http://lh3.googleusercontent.com/a', 'javascript:1', 7])
      await product.signIn(person({ name: '\u200b', picture }));
    expect(await users.findOne({ email: 'signal@example.com' })).toMatchObject(changed);
  });

  it('makes whoever has an address at an allowed domain a viewer of the default view, once', async () => {
    const joining = person({ email: 'New.Person@Two.example', name: 'New Person', sub: '1' });
    const [{ client }] = await Promise.all([
      product.signIn(joining),
      product.signIn(joining),
      product.signIn(joining),
    ]);
    const { body } = await client.get<Me>('/api/auth/me');
    expect(body).toMatchObject({
      user: { email: 'new.person@two.example', name: 'New Person', role: 'viewer', view_access: [] },
      permissions: [],
    });
    const views = await client.get<{ items: { name: string }[] }>('/api/views');
    expect(views.body.items.map(({ name }) => name)).toEqual(['Organic']);
    const users = product.database.db.collection('users');
    expect(await users.countDocuments({ email: 'new.person@two.example' })).toBe(1);
    const namesake = await product.signIn(person({ email: 'new.person@firm.example', sub: '2' }));
    expect((await namesake.client.get<Me>('/api/auth/me')).body.user.id).not.toBe(body.user.id);
  });

  it('ends the session that the browser had', async () => {
    const { client } = await product.signIn(person());
    const before = client.cookie('__Host-session') ?? '';
    await product.signIn(person({ email: 'market@example.com' }), client);
    expect((await client.get<Me>('/api/auth/me')).body.user.email).toBe('market@example.com');
    const other = product.app.client();
    other.setCookie('__Host-session', before);
    expect((await other.get('/api/auth/me')).status).toBe(401);
  });

  it.each([
    '//evil.example',
    'https://evil.example/',
    '/\\evil.example',
    '/api/auth/me',
    'javascript:alert(1)',
  ])('leads to the start when it is asked to lead to %s', async (wanted) => {
    const { answer } = await product.signIn(person(), product.app.client(), wanted);
    expect(answer.headers.get('location')).toBe('/');
    const refused = await product.signIn(person({ email_verified: false }), product.app.client(), wanted);
    expect(refused.answer.headers.get('location')).toBe('/sign-in');
  });

  it('takes whatever Google adds to the address one day', async () => {
    const client = product.app.client();
    const query = product.google.choose(await begin(client), person());
    query.set('iss', 'https://accounts.google.com');
    query.set('something', 'new');
    expect((await comeBack(client, query)).headers.get('location')).toBe(WANTED);
  });

  it('refuses a parameter that does not exist where it begins', async () => {
    const { status, body } = await product.app.client().get<Problem>('/api/auth/google?next=/v/a');
    expect([status, body.errors[0]?.field]).toEqual([400, 'next']);
  });
});
