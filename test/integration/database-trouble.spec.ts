import type { Problem, View } from '@app/contracts';
import { type Answer } from '../support/app.js';
import { type ProductBehindProxy, startBehindProxy } from '../support/product-behind-proxy.js';
import { viewNamed, viewsOf } from '../support/views.js';
import {
  type Action,
  cutAfter,
  cutBefore,
  refuse,
  type Rule,
  type WireCommand,
} from '../support/wire-proxy.js';

let product: ProductBehindProxy;
let view: View;
beforeAll(async () => {
  product = await startBehindProxy();
  view = viewNamed(await viewsOf(product.admin), 'Signal');
});
afterAll(() => product.stop());
afterEach(() => product.proxy.restore());

const WRITES = new Set(['insert', 'update', 'delete', 'findAndModify']);
/** Not the leases, which are renewed in the background. */
const isWrite = ({ name, target }: WireCommand): boolean => WRITES.has(name) && target !== 'leases';
const isRead = ({ name }: WireCommand): boolean => name === 'find';

type Asked = () => Promise<Answer<Problem>>;
const me: Asked = () => product.admin.get('/api/auth/me');
const views: Asked = () => product.admin.get('/api/views');
/** What is there already is not written. */
let turn = 0;
const span: Asked = () =>
  product.admin.put('/api/settings/revenue_span', { value: (turn += 1) % 2 === 0 ? null : 'half' });
const targets: Asked = () =>
  product.admin.put(`/api/views/${view.id}/targets`, { targets: { intro_poa: { poa: (turn += 1) } } });
const dedupe: Asked = () => product.admin.patch(`/api/views/${view.id}`, { dedupe: 'link' });

/** Each in trouble is a 503 that says nothing about the inside, and works again when it is over. */
async function expectTrouble(which: (command: WireCommand) => boolean, ask: Asked, action: Action) {
  const rule = product.proxy.always(which, action);
  const { status, headers, body } = await askedInVain(ask);
  expect([status, body.detail]).toEqual([503, expect.stringMatching(/^The database (does not|refuses)/)]);
  expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
  expect(headers.get('content-type')).toMatch('application/problem+json');
  rule.stop();
  expect(await untilServed(ask)).toBeLessThan(300);
}

/** What was read a moment ago still answers for a while, though the database does not. */
async function askedInVain(ask: Asked): Promise<Answer<Problem>> {
  for (;;) {
    const answer = await ask();
    if (answer.status !== 200) return answer;
  }
}

/** What was read a moment ago answers without a question to the database. */
async function askedThrough(ask: Asked, rule: Rule): Promise<Answer<Problem>> {
  for (;;) {
    const answer = await ask();
    if (rule.count() > 0) return answer;
  }
}

/** Lines are written together, some moments later. */
async function untilLogged(text: string): Promise<void> {
  while (!product.app.output().includes(text)) await new Promise((resolve) => setTimeout(resolve, 10));
}

/** The driver looks for its server again after an error that says it is not the primary. */
async function untilServed(ask: Asked): Promise<number> {
  for (;;) {
    const { status } = await ask();
    if (status !== 503) return status;
  }
}

const CODES = [10_107, 189, 11_602, 13_436, 13_435, 91, 11_600, 262, 50, 112, 64, 13, 18, 8000];
const LABELS = ['RetryableWriteError', 'TransientTransactionError'];

describe('a database in trouble', () => {
  describe.each([
    ['a read', isRead, me],
    ['a write', isWrite, span],
  ])('in %s', (_, which, ask) => {
    it.each(CODES)('code %i is a 503, with the reason in the log', async (code) => {
      await expectTrouble(which, ask, refuse({ code }));
      await untilLogged(`(${code})`);
    });

    it.each(LABELS)('the label %s is a 503', async (label) => {
      await expectTrouble(which, ask, refuse({ code: 7_777, labels: [label] }));
    });

    it('a connection that ends each time is a 503', async () => {
      await expectTrouble(which, ask, cutBefore());
    });

    it('what the server finds wrong is no trouble of the database', async () => {
      const rule = product.proxy.always(which, refuse({ code: 9, codeName: 'FailedToParse' }));
      expect((await askedInVain(ask)).status).toBe(500);
      rule.stop();
    });
  });

  it.each([
    ['views', views],
    ['targets', targets],
    ['dedupe', dedupe],
  ])('is a 503 for %s, too', async (_, ask) => {
    const which = ask === views ? isRead : isWrite;
    await expectTrouble(which, ask, refuse({ code: 189 }));
    await expectTrouble(which, ask, refuse({ code: 13, message: 'not authorized: swordfish' }));
    expect(product.app.output()).not.toContain('swordfish');
  });

  it('is told in the log without a stack', () => {
    expect(product.app.output()).toMatch(/the database user lacks a right/);
    const told = product.app
      .output()
      .split('\n')
      .filter((line) => line.includes('(189)'));
    expect(told.join('\n')).not.toMatch(/\bat .*node_modules/);
  });
});

describe('one command that meets trouble', () => {
  const actions: [string, () => Action][] = [
    ['a connection that ends before it', cutBefore],
    ['a connection that ends instead of its answer', cutAfter],
    ['a step-down', () => refuse({ code: 189, codeName: 'PrimarySteppedDown' })],
    ['a shutdown', () => refuse({ code: 91, codeName: 'ShutdownInProgress' })],
  ];

  it.each(actions)('reads what it asked for after %s', async (_, action) => {
    const rule = product.proxy.once(isRead, action());
    expect((await askedThrough(me, rule)).status).toBe(200);
    expect(rule.count()).toBe(1);
  });

  it.each(actions)('signs in after %s, once', async (_, action) => {
    product.proxy.once(({ name, target }) => WRITES.has(name) && target === 'user_sessions', action());
    const person = await product.app.signIn('admin@example.com');
    const { body } = await person.get<{ items: { current: boolean }[] }>('/api/auth/sessions');
    expect(body.items.filter(({ current }) => current)).toHaveLength(1);
  });

  it.each(actions)('signs out after %s, for good', async (_, action) => {
    const person = await product.app.signIn('admin@example.com');
    const session = person.cookie('session') ?? '';
    const rule = product.proxy.once(({ target }) => target === 'user_sessions', action());
    const isDelete = product.proxy.once('delete', action());
    expect((await person.post('/api/auth/logout')).status).toBe(204);
    expect([rule.count(), isDelete.count()]).toEqual([1, 1]);
    person.setCookie('session', session);
    expect((await person.get('/api/auth/me')).status).toBe(401);
  });

  it.each(actions)('changes targets after %s, by one revision', async (_, action) => {
    const revision = async () => {
      const { body } = await product.admin.get<{ revision: number }>(`/api/views/${view.id}/targets`);
      return body.revision;
    };
    const before = await revision();
    product.proxy.once(({ name, target }) => WRITES.has(name) && target === 'target_changes', action());
    product.proxy.once(({ name, target }) => WRITES.has(name) && target === 'views', action());
    expect((await targets()).status).toBe(200);
    expect(await revision()).toBe(before + 1);
  });

  it.each(actions)('changes the rule of a view and a setting after %s', async (_, action) => {
    product.proxy.once(({ name, target }) => WRITES.has(name) && target === 'views', action());
    expect((await dedupe()).status).toBe(200);
    product.proxy.once(({ name, target }) => WRITES.has(name) && target === 'setting_changes', action());
    product.proxy.once(({ name, target }) => WRITES.has(name) && target === 'settings', action());
    expect((await span()).status).toBe(200);
  });
});
