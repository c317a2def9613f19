import type { OutgoingHttpHeaders, RequestOptions } from 'node:http';
import { PassportStrategy } from '@nestjs/passport';
import { type Profile, Strategy, type StrategyOptions } from 'passport-google-oauth20';
import type { GoogleClient } from '../config/config.js';
import { exchange } from './google-exchange.js';
import type { GooglePeople } from './google-people.service.js';
import type { GoogleRequest } from './google-request.js';
import type { SignInAttempts } from './sign-in-attempts.service.js';

type Done = (error: unknown, ...values: unknown[]) => void;
type Answered = (error: unknown, text?: string) => void;

/** Google's OAuth 2 as `passport-google-oauth20` speaks it, with PKCE, and state and verifier kept by {@link SignInAttempts}. */
export class GoogleStrategy extends PassportStrategy(Strategy, 'google') {
  constructor(
    client: GoogleClient,
    publicUrl: string,
    attempts: SignInAttempts,
    private readonly people: GooglePeople,
  ) {
    super({
      clientID: client.id,
      clientSecret: client.secret,
      callbackURL: `${publicUrl}/api/auth/google/callback`,
      scope: ['openid', 'email', 'profile'],
      pkce: true,
      state: true,
      // Its types know neither the verifier nor that the store is asked by how many arguments it takes.
      store: storeOf(attempts) as unknown as NonNullable<StrategyOptions['store']>,
    });
    // In a header, not in the address, which servers write down.
    this._oauth2.useAuthorizationHeaderforGET(true);
    Object.assign(this._oauth2, { _executeRequest: ask });
  }

  /** Called with what Google says of whoever came back. */
  validate(_accessToken: string, _refreshToken: string, { _json }: Profile) {
    return this.people.admit(_json);
  }

  /** Whoever was refused once can choose another account. */
  override authorizationParams(): object {
    return { prompt: 'select_account' };
  }
}

/** How passport-oauth2 wants them kept: it tells the kinds of stores apart by the number of their parameters. */
const storeOf = (attempts: SignInAttempts) => ({
  store(request: GoogleRequest, verifier: string, _state: unknown, _meta: unknown, done: Done) {
    const begun = attempts.begin(verifier, request.returnTo ?? '/');
    settle(
      begun.then(({ state, sealed }) => {
        request.begun = sealed;
        return state;
      }),
      done,
    );
  },
  verify({ attempt = null }: GoogleRequest, state: string, _meta: unknown, done: Done) {
    settle(attempts.take(attempt, state), done);
  },
});

function settle<Value>(promise: Promise<Value>, done: Done): void {
  promise.then((value) => done(null, value)).catch(done);
}

/**
 * Takes the place of the request of the package `oauth`, which waits without end, reads without end, and throws where
 * nobody catches it when an answer is no object.
 */
function ask(_library: unknown, options: RequestOptions, body: unknown, answered: Answered): void {
  const { host, path, method, headers } = options;
  const asked = {
    url: new URL(`https://${String(host)}${String(path)}`),
    method: String(method),
    headers: textsOf(headers as OutgoingHttpHeaders),
    body: typeof body === 'string' ? body : '',
  };
  exchange(asked)
    .then(({ status, text }) => {
      if (status !== 200) answered({ statusCode: status, data: text });
      else if (isObject(text)) answered(null, text);
      else answered(new Error('the answer is no JSON object'));
    })
    .catch(answered);
}

const textsOf = (headers: OutgoingHttpHeaders): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));

function isObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}
