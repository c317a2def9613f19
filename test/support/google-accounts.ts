import { hash, randomBytes } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import {
  type Answer as GoogleAnswer,
  type FakeGoogle,
  type GoogleAsked,
  startFakeGoogle,
} from './fake-google.js';

/** What Google says of somebody; anything else a test wants to hear beside it. */
export type Claims = Readonly<Record<string, unknown>>;

interface Code {
  readonly claims: Claims;
  readonly challenge: string;
  readonly redirectUri: string;
  readonly client: string;
  isGood: boolean;
}

export const CLIENT = 'tests.apps.googleusercontent.com';
export const CLIENT_SECRET = 'GOCSPX-secret-of-the-tests';

/** The sign-in of a Google of the test's own: its page, its tokens, its profiles, as strict as the real ones. */
export class GoogleAccounts {
  private readonly codes = new Map<string, Code>();
  private readonly tokens = new Map<string, Claims>();
  private tokenAnswer: GoogleAnswer | null = null;
  private profileAnswer: GoogleAnswer | null = null;
  /** Everything that must stand in no log and no answer. */
  readonly secrets = new Set<string>([CLIENT_SECRET]);

  private constructor(
    private readonly google: FakeGoogle,
    private readonly redirectUri: string,
  ) {
    google.answer((asked, response) => this.answer(asked, response));
  }

  static async start(publicUrl: string): Promise<GoogleAccounts> {
    return new GoogleAccounts(await startFakeGoogle(), `${publicUrl}/api/auth/google/callback`);
  }

  /** Environment of a product that people sign in to with it. */
  get env(): Record<string, string> {
    return { ...this.google.env, GOOGLE_CLIENT_ID: CLIENT, GOOGLE_CLIENT_SECRET: CLIENT_SECRET };
  }

  stop(): Promise<void> {
    return this.google.stop();
  }

  /** Answers so in place of tokens, or of profiles, until {@link asUsual}. */
  instead({
    token = null,
    profile = null,
  }: {
    token?: GoogleAnswer | null;
    profile?: GoogleAnswer | null;
  }): void {
    this.tokenAnswer = token;
    this.profileAnswer = profile;
  }

  asUsual(): void {
    this.instead({});
  }

  /**
   * Somebody has chosen an account on Google's page.
   *
   * @param page where the product has sent the browser
   * @param changes of what is kept with the code
   * @returns parameters of the address that Google sends the browser to
   */
  choose(page: string, claims: Claims, changes: Partial<Code> = {}): URLSearchParams {
    const { origin, pathname, searchParams: asked } = new URL(page);
    const faults = [
      `${origin}${pathname}` === 'https://accounts.google.com/o/oauth2/v2/auth',
      asked.get('client_id') === CLIENT,
      asked.get('redirect_uri') === this.redirectUri,
      asked.get('response_type') === 'code',
      asked.get('scope') === 'openid email profile',
      asked.get('code_challenge_method') === 'S256',
      /^[\w-]{43}$/.test(asked.get('code_challenge') ?? ''),
      /^[\w-]{43}$/.test(asked.get('state') ?? ''),
    ];
    if (faults.includes(false)) throw new Error(`Google would not take ${page}`);
    const code = `4/${randomBytes(24).toString('base64url')}`;
    const kept = { claims, challenge: asked.get('code_challenge') ?? '', redirectUri: this.redirectUri };
    this.codes.set(code, { ...kept, client: CLIENT, isGood: true, ...changes });
    const state = asked.get('state') ?? '';
    this.secrets.add(code).add(state);
    return new URLSearchParams({ state, code, scope: 'openid email profile', authuser: '0', prompt: 'none' });
  }

  private answer(asked: GoogleAsked, response: ServerResponse): void {
    const place = `${asked.host}${asked.path}`;
    if (place === 'www.googleapis.com/oauth2/v4/token') (this.tokenAnswer ?? this.giveToken)(asked, response);
    else if (place === 'www.googleapis.com/oauth2/v3/userinfo')
      (this.profileAnswer ?? this.giveProfile)(asked, response);
    else response.writeHead(404).end();
  }

  private readonly giveToken: GoogleAnswer = ({ body }, response) => {
    const asked = new URLSearchParams(body);
    this.secrets.add(asked.get('code_verifier') ?? '');
    const error = this.errorOf(asked);
    if (error !== null) json(response, error === 'invalid_client' ? 401 : 400, { error });
    else json(response, 200, { access_token: this.tokenFor(asked), expires_in: 3599, token_type: 'Bearer' });
  };

  private errorOf(asked: URLSearchParams): string | null {
    const code = this.codes.get(asked.get('code') ?? '');
    if (asked.get('client_id') !== CLIENT || asked.get('client_secret') !== CLIENT_SECRET)
      return 'invalid_client';
    if (code && code.redirectUri !== asked.get('redirect_uri')) return 'redirect_uri_mismatch';
    const isTheirs =
      code?.isGood &&
      code.client === CLIENT &&
      code.challenge === hash('sha256', asked.get('code_verifier') ?? '', 'base64url') &&
      asked.get('grant_type') === 'authorization_code';
    return isTheirs ? null : 'invalid_grant';
  }

  /** A code is good once. */
  private tokenFor(asked: URLSearchParams): string {
    const code = this.codes.get(asked.get('code') ?? '')!;
    code.isGood = false;
    const token = `ya29.${randomBytes(24).toString('base64url')}`;
    this.secrets.add(token);
    this.tokens.set(token, code.claims);
    return token;
  }

  /** Only to a token in the header: addresses are written down on the way. */
  private readonly giveProfile: GoogleAnswer = ({ headers }, response) => {
    const [, token = ''] = /^Bearer (.+)$/.exec(headers.authorization ?? '') ?? [];
    const claims = this.tokens.get(token);
    if (claims) json(response, 200, claims);
    else json(response, 401, { error: 'invalid_request', error_description: 'Invalid Credentials' });
  };
}

/** Answers with a status and JSON. */
export function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body));
}
