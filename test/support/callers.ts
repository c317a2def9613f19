import { randomBytes } from 'node:crypto';
import type { MadeApiToken, NewApiToken } from '@app/contracts';
import type { Client } from './client.js';
import { POV_OWNER } from './product-with-boards.js';
import type { Product } from './product-with-database.js';

/** The super admin among the callers: who prepares a test is another one. */
export const ADMIN = 'boss@example.com';

/** What somebody sends with every request. */
export type Credentials = Readonly<Record<string, string>>;

/** Makes each kind of caller, as often as it is wanted: some requests end the session that they come with. */
export type Callers = Readonly<Record<string, () => Promise<Credentials>>>;

/**
 * Every kind of caller, as people and programs come to be one.
 *
 * @param opened id of the view that who opens a view opens; the stranger and the other token open `other` alone
 */
export function everyCaller(product: Product, { opened, other }: { opened: string; other: string }): Callers {
  const { app, admin } = product;
  const person = async (email: string) => sentBy(await app.signIn(email));
  let tokens = 0;
  const token = async (wanted: Pick<NewApiToken, 'views' | 'rights'>) => {
    tokens += 1;
    const named = { ...wanted, name: `Caller ${tokens}`, expires_in_days: 1 };
    return (await admin.post<MadeApiToken>('/api/tokens', named)).body;
  };
  const program = async (rights: NewApiToken['rights'], view: string) =>
    bearer(await token({ rights, views: [view] }));
  return {
    nobody: async () => sentBy(await newcomer(app.client())),
    forged: async () => {
      const client = await newcomer(app.client());
      client.setCookie('session', randomBytes(32).toString('base64url'));
      return sentBy(client);
    },
    expired: () => expired(product),
    revoked: () => revoked(product),
    demo: async () => {
      const client = await newcomer(app.client());
      await client.post('/api/auth/demo');
      return sentBy(client);
    },
    stranger: () => person('market@example.com'),
    viewer: () => person('signal@example.com'),
    owner: () => person(POV_OWNER),
    admin: () => person(ADMIN),
    't-read': () => program(['read'], opened),
    't-upload': () => program(['upload'], opened),
    't-other': () => program(['read', 'upload'], other),
    't-gone': async () => {
      const made = await token({ rights: ['read', 'upload'], views: [opened] });
      await admin.delete(`/api/tokens/${made.token.id}`);
      return bearer(made);
    },
  };
}

/** A session that ran out, of which nobody took notice yet. */
async function expired({ app, database }: Product): Promise<Credentials> {
  const client = await app.signIn('fullfunnel@example.com');
  const user = await database.db.collection('users').findOne({ email: 'fullfunnel@example.com' });
  await database.db
    .collection('user_sessions')
    .updateMany({ user_id: String(user?.id) }, { $set: { expires_at: new Date(Date.now() - 1_000) } });
  return sentBy(await newcomer(client));
}

/** A session that its person ended from elsewhere. */
async function revoked({ app }: Product): Promise<Credentials> {
  const client = await app.signIn('organic@example.com');
  await (await app.signIn('organic@example.com')).delete('/api/auth/sessions');
  return sentBy(await newcomer(client));
}

/** With the CSRF token that the page gets when it is opened. */
export async function newcomer(client: Client): Promise<Client> {
  await client.get('/api/auth/config');
  return client;
}

const bearer = ({ secret }: MadeApiToken): Credentials => ({ authorization: `Bearer ${secret}` });

export function sentBy(client: Client): Credentials {
  const csrf = client.cookie('XSRF-TOKEN') ?? '';
  const session = client.cookie('session');
  const cookies = session === undefined ? [] : [`session=${session}`];
  return { cookie: [...cookies, `XSRF-TOKEN=${csrf}`].join('; '), 'x-xsrf-token': csrf };
}
