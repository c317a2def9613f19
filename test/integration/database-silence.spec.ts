import type { Health } from '@app/contracts';
import type { RunningApp } from '../support/app.js';
import { type ProductBehindProxy, startBehindProxy, startUnready } from '../support/product-behind-proxy.js';
import { delayReply, swallowCommand, swallowReply, type WireCommand } from '../support/wire-proxy.js';

/**
 * Limits of the driver add up to some seconds. Without them a request took 38 s: what lies in between is room for a
 * busy machine.
 */
const WITHIN_MS = 25_000;

const isRead = ({ name }: WireCommand): boolean => name === 'find';

const readiness = async (app: RunningApp) => (await app.client().get<Health>('/api/health/ready')).body;

async function untilReady(app: RunningApp): Promise<void> {
  while ((await readiness(app)).status !== 'ok') await new Promise((resolve) => setTimeout(resolve, 50));
}

/** Statuses of the answers, all asked for at once; fails when one of them takes as long as without limits. */
async function within(asked: readonly Promise<{ status: number }>[]): Promise<number[]> {
  const started = performance.now();
  const statuses = (await Promise.all(asked)).map(({ status }) => status);
  expect(performance.now() - started).toBeLessThan(WITHIN_MS);
  return statuses;
}

describe('a silent network', () => {
  let product: ProductBehindProxy;
  beforeAll(async () => (product = await startBehindProxy()));
  afterAll(() => product.stop());
  afterEach(() => product.proxy.restore());

  it('makes every request a 503 within seconds, and has no effect when it is over', async () => {
    const { admin, app, proxy } = product;
    proxy.swallowEverything();
    const ask = () => [
      app.client().get('/api/health/ready'),
      admin.get('/api/views'),
      admin.get('/api/auth/sessions'),
      admin.put('/api/settings/revenue_span', { value: 'half' }),
      app.client().get('/api/auth/config'),
    ];
    expect(await within(ask())).toEqual([503, 503, 503, 503, 503]);
    expect(await within(ask())).toEqual([503, 503, 503, 503, 503]);
    expect((await readiness(app)).checks.database?.detail).toMatch(/cannot be used: /);
    expect(await within([app.client().get('/api/health/live'), admin.send('GET', '/')])).toEqual([200, 200]);

    proxy.restore();
    await untilReady(app);
    expect((await admin.put('/api/settings/revenue_span', { value: 'half' })).status).toBe(200);
  });

  it.each([
    ['command', swallowCommand],
    ['answer', swallowReply],
  ])('of one read: its %s is asked for again', async (_, action) => {
    const rule = product.proxy.once(isRead, action());
    while (rule.count() === 0) {
      const [status] = await within([product.admin.get('/api/auth/sessions')]);
      expect(status).toBe(200);
    }
  });

  it('of every read: 503 within seconds, also where the server answers heartbeats', async () => {
    product.proxy.always(isRead, swallowReply());
    expect(await within([product.app.client().get('/api/health/ready')])).toEqual([503]);
    expect(await within([product.admin.get('/api/auth/sessions')])).toEqual([503]);
  });

  it('of every write: 503 within seconds', async () => {
    product.proxy.always(({ target }) => target === 'setting_changes', swallowCommand());
    expect(await within([product.admin.put('/api/settings/revenue_span', { value: 'year' })])).toEqual([503]);
  });
});

describe('a start', () => {
  it('into silence is live, says so and goes on when it is over', async () => {
    const { app, proxy, stop } = await startUnready((each) => each.swallowEverything());
    expect(await within([app.client().get('/api/health/ready')])).toEqual([503]);
    expect(await within([app.client().get('/api/auth/config')])).toEqual([503]);
    proxy.restore();
    await untilReady(app);
    await stop();
  });

  it('waits for an index as long as the server builds it', async () => {
    const isLong = ({ name, target }: WireCommand) => name === 'createIndexes' && target === 'views';
    // Longer than a request waits for an answer.
    const built = new Promise((resolve) => setTimeout(resolve, 7_000));
    const { app, proxy, stop } = await startUnready((each) => void each.once(isLong, delayReply(built)));
    await untilReady(app);
    const asked = proxy
      .commands('createIndexes')
      .filter(isLong)
      .map(({ body }) => JSON.stringify(body.indexes));
    expect(asked).toEqual([...new Set(asked)]);
    expect(app.output()).not.toMatch(/failed/);
    await stop();
  });
});
