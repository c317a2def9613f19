import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ViewPage } from '@app/contracts';
import { runToEnd, startApp, startDatabase } from '../support/app.js';
import { eventually } from '../support/eventually.js';
import { openSocket, parsed } from '../support/raw.js';

/** Without MONGO_URL the product makes people by itself; these specs are about exactly that. */
const onEmbedded = { MONGO_URL: '' };

describe('starting', () => {
  it.each([
    [{ PORT: 'eighty' }, 'PORT is "eighty": it must be a whole number from 0 to 65535.'],
    [{ APP_TIME_ZONE: 'Mars/Base' }, 'APP_TIME_ZONE is "Mars/Base"'],
    [
      { MONGO_URL: 'mongodb://root:swordfish@host:port/' },
      'MONGO_URL is "(hidden)": it is no connection string',
    ],
    [{ MONGO_URL: 'mongodb://host/?sslMode=on' }, 'its option sslMode is not known'],
    [{ MONGO_URL: 'mongodb://host/?w=0' }, 'its option w=0 is not possible'],
    [{ NODE_ENV: 'production', AUTH_LOCAL: '1' }, 'AUTH_LOCAL is "1": not allowed with NODE_ENV=production'],
  ] as [Record<string, string>, string][])('%j is refused in one line', async (env, message) => {
    const { code, output } = await runToEnd(env);
    expect(code).toBe(1);
    expect(output).toMatch(message);
    expect(output).not.toMatch(/\n\s+at |swordfish/);
    expect(output.trim().split('\n')).toHaveLength(1);
  });

  it('says where to go and as whom, keeps everything over a restart, and is soon ready again', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'sales-boot-'));
    const first = await startApp({ dataDir, env: onEmbedded });
    const client = await first.signIn('admin@example.com');
    const before = await client.get<ViewPage>('/api/views');
    expect(first.output()).toMatch(`Ready: open ${first.address}`);
    expect(first.output()).toMatch(/admin@example.com +super admin/);
    expect(await first.stop()).toBe(0);

    const second = await startApp({ dataDir, env: onEmbedded });
    const again = second.client();
    for (const name of ['session', 'XSRF-TOKEN']) again.setCookie(name, client.cookie(name) ?? '');
    expect((await again.get<ViewPage>('/api/views')).body).toEqual(before.body);
    expect((await again.post('/api/auth/logout')).status).toBe(204);
    await second.stop();
    await rm(dataDir, { recursive: true });
  });

  it('tells a second process who holds the data folder', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'sales-held-'));
    const first = await startApp({ dataDir, env: onEmbedded });
    const second = await runToEnd({ ...onEmbedded, DATA_DIR: dataDir });
    expect(second.code).toBe(1);
    expect(second.output).toContain(dataDir);
    expect(second.output).toContain(String(first.process.pid));
    await first.stop();
    await rm(dataDir, { recursive: true });
  });

  it('fills an empty embedded database with sample records for each view', async () => {
    const app = await startApp({ env: { ...onEmbedded, SEED: 'sample' } });
    const { body } = await (await app.signIn('admin@example.com')).get<ViewPage>('/api/views');
    for (const view of body.items.filter(({ is_master }) => !is_master)) {
      expect(view.data).toMatchObject({ revision: 1, source_type: 'sample', sample: true });
      expect(view.data.records_count).toBe(304);
    }
    await app.stop();
  });

  it('listens and says why it is not ready while the database is away', async () => {
    const app = await startApp({ untilReady: false, env: { MONGO_URL: 'mongodb://127.0.0.1:1' } });
    const ready = await app.client().get('/api/health/ready');
    expect(ready.status).toBe(503);
    expect(ready.body).toMatchObject({ checks: { database: { ok: false } } });
    const config = await app.client().get('/api/auth/config');
    expect([config.status, config.headers.get('retry-after')]).toEqual([503, '5']);
    expect((await app.client().get('/api/health/live')).status).toBe(200);
    expect(await app.stop()).toBe(0);
  });

  it('makes nobody on a database of others, except the super admin it is told to', async () => {
    const database = await startDatabase();
    const app = await startApp({
      database,
      env: { BOOTSTRAP_SUPER_ADMIN: 'Boss@example.com' },
      people: false,
    });
    const users = await database.db.collection<{ email: string; role: string }>('users').find().toArray();
    expect(users.map(({ email, role }) => [email, role])).toEqual([['boss@example.com', 'super_admin']]);
    await app.stop();
    await database.stop();
  });

  it('finishes on the second start what a power cut left of the first', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'sales-cut-'));
    const env = { ...onEmbedded, SEED: 'sample' };
    const first = await startApp({ dataDir, env, untilReady: false });
    await eventually(() => expect(first.output()).toContain('There was no view'));
    await first.kill();
    const second = await startApp({ dataDir, env });
    const { body } = await (await second.signIn('admin@example.com')).get<ViewPage>('/api/views');
    expect(body.items.map(({ data }) => data.records_count)).toEqual([304, 304, 304, 304, 4 * 304]);
    await second.stop();
    await rm(dataDir, { recursive: true });
  });

  it('stops when asked: answers what is under way, accepts nothing new, drops idle connections', async () => {
    const app = await startApp();
    const { hostname, port } = new URL(app.address);
    const [busy, unused] = [connect(Number(port), hostname), connect(Number(port), hostname)];
    let answer = '';
    busy.setEncoding('utf8').on('data', (chunk: string) => (answer += chunk));
    await Promise.all([once(busy, 'connect'), once(unused, 'connect')]);
    const head = `POST /api/auth/local HTTP/1.1\r\nHost: ${hostname}\r\nContent-Type: application/json\r\n`;
    busy.write(`${head}Content-Length: 2\r\nExpect: 100-continue\r\n\r\n{`);
    await eventually(() => expect(answer).toMatch(/100 Continue/));
    const stopped = app.stop();
    await once(unused, 'close');
    await expect(fetch(`${app.address}/api/health/live`)).rejects.toThrow();
    busy.write('}');
    expect(await stopped).toBe(0);
    expect(answer).toMatch(/^HTTP\/1.1 403 /m);
  });

  it('is live until the end, and at once no longer ready', async () => {
    const app = await startApp();
    const host = new URL(app.address).host;
    const head = `POST /api/auth/local HTTP/1.1\r\nHost: ${host}\r\nContent-Type: application/json\r\n`;
    const paths = ['/api/health/live', '/api/health/ready', '/api/auth/config'];
    const kept = await Promise.all(
      paths.map(async (path) => {
        const socket = await openSocket(app.address);
        let answer = '';
        socket.setEncoding('utf8').on('data', (chunk: string) => (answer += chunk));
        socket.write(`${head}Content-Length: 2\r\nExpect: 100-continue\r\n\r\n{`);
        await eventually(() => expect(answer).toMatch(/100 Continue/));
        return { path, socket, answer: () => answer };
      }),
    );
    const unused = await openSocket(app.address);
    const stopped = app.stop();
    await once(unused, 'close');
    const ended = kept.map(({ socket }) => once(socket, 'close'));
    for (const { path, socket } of kept) socket.write(`}GET ${path} HTTP/1.1\r\nHost: ${host}\r\n\r\n`);
    await Promise.all(ended);
    const [live, ready, other] = kept.map(({ answer }) =>
      parsed(answer().slice(answer().lastIndexOf('HTTP/1.1 '))),
    );
    expect([live?.status, live?.body]).toEqual([200, { status: 'ok', checks: {} }]);
    expect([ready?.status, ready?.body]).toMatchObject([
      503,
      { checks: { startup: { ok: false, detail: 'stopping' } } },
    ]);
    expect([other?.status, other?.body.detail]).toEqual([
      503,
      expect.stringMatching(/is stopping. Try again/),
    ]);
    expect(await stopped).toBe(0);
  });
});
