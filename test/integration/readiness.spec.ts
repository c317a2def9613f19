import type { Health } from '@app/contracts';
import type { RunningApp } from '../support/app.js';
import { startBehindProxy, startUnready } from '../support/product-behind-proxy.js';
import { type Action, refuse, type WireCommand, type WireProxy } from '../support/wire-proxy.js';

const SECRET = 'swordfish';
const ready = (app: RunningApp) => app.client().get<Health>('/api/health/ready');

const GUARD_MS = 60_000;

/** Waits until the product says what it is expected to. */
async function untilSaid(app: RunningApp, which: 'database' | 'startup', what: RegExp): Promise<Health> {
  const began = Date.now();
  for (;;) {
    const { body } = await ready(app);
    if (what.test(body.checks[which]?.detail ?? '')) return body;
    if (Date.now() - began > GUARD_MS) throw new Error(`It said: ${JSON.stringify(body)}\n${app.output()}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Answers hello as a server before MongoDB 4.2 does. */
const tooOld: Action = ({ answer }) => {
  answer({ ok: 1, ismaster: true, isWritablePrimary: true, minWireVersion: 0, maxWireVersion: 6 });
};
const isHello = ({ name }: WireCommand) => /^(hello|ismaster)$/i.test(name);
const isIndex =
  (collection: string, field: string) =>
  ({ name, target, body }: WireCommand) =>
    name === 'createIndexes' &&
    target === collection &&
    JSON.stringify(body.indexes).includes(`"key":{"${field}":1}`);
const mayNot = refuse({
  code: 13,
  codeName: 'Unauthorized',
  message: `not authorized on sales to execute command { createIndexes: "users", lsid: "${SECRET}" }`,
});

describe('what keeps the product from being ready is named', () => {
  it.each([
    [
      'a wrong password',
      (proxy: WireProxy) => proxy.always('saslStart', refuse({ code: 18, codeName: 'AuthenticationFailed' })),
      'database',
      /the server refuses user and password/,
    ],
    [
      'a server that is too old',
      (proxy: WireProxy) => proxy.always(isHello, tooOld),
      'database',
      /of a version that the driver does not speak with: it needs at least MongoDB 4\.\d/,
    ],
    [
      'a right that is missing',
      (proxy: WireProxy) => proxy.always(isIndex('users', 'email'), mayNot),
      'startup',
      /The index of users on email: the database user lacks a right: createIndexes on users/,
    ],
    [
      'a right to read that is missing',
      (proxy: WireProxy) => proxy.always('find', refuse({ code: 13, message: `not authorized: ${SECRET}` })),
      'database',
      /the database user lacks a right/,
    ],
  ] as const)('%s', async (what, rules, which, said) => {
    const credentials = what === 'a wrong password' ? `root:${SECRET}` : '';
    const { app, stop } = await startUnready((proxy) => void rules(proxy), credentials);
    await untilSaid(app, which, said);
    const { status, text } = await ready(app);
    expect(status).toBe(503);
    const live = app.client();
    live.setCookie('session', 'x'.repeat(500));
    expect((await live.get('/api/health/live')).status).toBe(200);
    // Tried again several times, told once.
    await untilTriedAgain(app, 3);
    const told = app
      .output()
      .split('\n')
      .filter((line) => line.includes('failed: '));
    expect(told.length).toBe(new Set(told.map((line) => /"msg":"([^"]*)/.exec(line)?.[1])).size);
    for (const each of [text, app.output()]) expect(each).not.toMatch(new RegExp(`${SECRET}|root`));
    await stop();
  });

  it('an index that the server refuses keeps nothing from being ready', async () => {
    const ttl = isIndex('user_sessions', 'expires_at');
    const { app, stop } = await startUnready(
      (proxy) =>
        void proxy.always(ttl, refuse({ code: 67, codeName: 'CannotCreateIndex', message: 'no TTL' })),
    );
    const health = await untilSaid(app, 'startup', /^started/);
    expect(health.status).toBe('ok');
    expect(health.checks.startup?.detail).toMatch(/without the index of user_sessions on expires_at/);
    expect(app.output()).toMatch(/The index of user_sessions on expires_at could not be made: no TTL/);
    await stop();
  });
});

/** How often a step of the start was tried shows in the seconds that pass between two tries. */
async function untilTriedAgain(app: RunningApp, times: number): Promise<void> {
  const began = Date.now();
  while (Date.now() - began < times * 1_000) {
    await ready(app);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

it('is live, whoever asks with whatever, also while the database is silent', async () => {
  const { app, proxy, stop } = await startBehindProxy();
  proxy.swallowEverything();
  for (const cookie of ['', `session=${'x'.repeat(3000)}`, 'session=%00; session=2', '\u00ff=;;;']) {
    const { status, body } = await app.client().get<Health>('/api/health/live', { cookie });
    expect([status, body.status]).toEqual([200, 'ok']);
  }
  proxy.restore();
  await stop();
});
