import type { AuthConfig } from '@app/contracts';
import {
  type Answer,
  type Client,
  type RunningApp,
  startApp,
  startDatabase,
  type TestDatabase,
} from './running-app.js';
import { type Claims, GoogleAccounts } from './google-accounts.js';

export const PUBLIC_URL = 'https://sales.example.com';
/** A page that somebody wants to see before they are signed in. */
export const WANTED = '/v/view-signal/dashboard?period=year:2026';
/** Cookie of a sign-in under way. */
export const ATTEMPT = '__Host-sign-in';

/** A product that people sign in to with a Google of the test's own. */
export class ProductWithGoogle {
  private constructor(
    readonly google: GoogleAccounts,
    readonly database: TestDatabase,
    readonly app: RunningApp,
  ) {}

  static async start(): Promise<ProductWithGoogle> {
    const google = await GoogleAccounts.start(PUBLIC_URL);
    const database = await startDatabase();
    const env = {
      ...google.env,
      PUBLIC_URL,
      AUTH_LOCAL: '0',
      AUTH_ALLOWED_DOMAINS: 'firm.example, @two.example',
    };
    return new ProductWithGoogle(google, database, await startApp({ database, env }));
  }

  async stop(): Promise<void> {
    await this.app.stop();
    await this.google.stop();
    await this.database.stop();
  }

  /** The whole way of somebody with these claims. */
  async signIn(claims: Claims, client = this.app.client(), wanted = WANTED) {
    const query = this.google.choose(await begin(client, wanted), claims);
    return { client, answer: await comeBack(client, query) };
  }
}

/** Somebody whom Google knows and the product, too. */
export const person = (claims: Claims = {}): Claims => ({
  sub: '10769150350006150715113082367',
  email: 'signal@example.com',
  email_verified: true,
  name: 'Sam Signal',
  picture: 'https://lh3.googleusercontent.com/a/sam',
  ...claims,
});

/** Sends a browser to Google's page. @returns its address */
export async function begin(client: Client, wanted = WANTED): Promise<string> {
  const query = new URLSearchParams({ return: wanted }).toString();
  const { status, headers } = await client.get(`/api/auth/google?${query}`);
  if (status !== 302) throw new Error(`A sign-in with Google began with ${status}.`);
  return headers.get('location') ?? '';
}

/** Brings a browser back from there. */
export const comeBack = (client: Client, query: URLSearchParams): Promise<Answer> =>
  client.get(`/api/auth/google/callback?${query.toString()}`);

/** What the sign-in page says of the last one. */
export const refusalIn = async (client: Client): Promise<string | null> =>
  (await client.get<AuthConfig>('/api/auth/config')).body.refusal;
