import type { Settings, View } from '@app/contracts';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getConnectionToken } from '@nestjs/mongoose';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Document } from 'mongodb';
import type { Connection } from 'mongoose';
import { Config } from '../../apps/api/src/config/config.js';
import { readConfig } from '../../apps/api/src/config/read-config.js';
import { DatabaseLink } from '../../apps/api/src/database/database-link.js';
import { Startup } from '../../apps/api/src/database/startup.js';
import { Client } from '../support/client.js';
import { answerOn, openSocket } from '../support/raw.js';
import { spoolIsEmpty, spoolIsUsed } from '../support/spool.js';
import { uploadHead } from '../support/upload-head.js';
import { viewNamed, viewsOf } from '../support/views.js';

/*
 * The product within this process: what it writes itself acts on the very next request. Each case first asks often
 * enough to be remembered, writes as a route of the product would, and asks once.
 */
let app: NestFastifyApplication;
let database: Connection;
let dataDir: string;
let reader: Client;
let screen: string;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'sales-data-'));
  // Imported after Nest: the throttler imports Nest while it is being loaded itself, which Jest does not allow.
  const { createApp } = await import('../../apps/api/src/create-app.js');
  app = await createApp(readConfig({ DATA_DIR: dataDir, SEED: 'none', LOG_LEVEL: 'silent' }));
  await app.get(DatabaseLink).start();
  await app.listen(0, '127.0.0.1');
  await app.get(Startup).run();
  database = app.get<Connection>(getConnectionToken());
});

afterAll(async () => {
  await app.close();
  await rm(dataDir, { recursive: true, force: true });
});

beforeEach(async () => {
  reader = await new Client(await app.getUrl()).signIn('signal@example.com');
  const signal = viewNamed(await viewsOf(reader), 'Signal');
  screen = `/api/views/${signal.id}/screens/dashboard?from=2026-07-01&to=2026-12-31`;
  for (let time = 0; time < 3; time += 1) expect(await status(screen)).toBe(200);
});

const status = async (path: string, headers = {}): Promise<number> =>
  (await reader.get(path, headers)).status;

/** What is written past mongoose is a write of another process: nothing here is told of it. */
const elsewhere = (collection: string) => database.getClient().db(database.name).collection(collection);

describe('a change to what another process has just stored answers what is there now', () => {
  let admin: Client;
  beforeEach(async () => {
    admin = await new Client(await app.getUrl()).signIn('admin@example.com');
  });

  it('of a setting', async () => {
    const change = async (value: unknown): Promise<unknown> =>
      (await admin.put<Settings>('/api/settings/revenue_span', { value })).body.revenue_span.value;
    expect(await change('year')).toBe('year');
    expect((await admin.get('/api/settings')).status).toBe(200);
    await elsewhere('settings').updateOne(
      { key: 'revenue_span' },
      { $set: { value: 'half' }, $inc: { revision: 1 } },
    );
    expect(await change('half')).toBe('half');
  });

  it('of a view', async () => {
    const { id } = viewNamed(await viewsOf(admin), 'Signal');
    const change = async (body: object): Promise<unknown> =>
      (await admin.patch<View>(`/api/views/${id}`, body)).body.dedupe;
    expect(await change({ dedupe: 'none' })).toBe('none');
    expect((await admin.get(`/api/views/${id}`)).status).toBe(200);
    await elsewhere('views').updateOne({ id }, { $set: { dedupe: 'link' } });
    expect(await change({})).toBe('link');
    expect((await elsewhere('views').findOne({ id }))?.dedupe).toBe('link');
  });
});

describe('an upload whose file arrives', () => {
  const people = () => database.collection('users');
  const sender = { email: 'signal@example.com' };
  let before: Document | null;
  beforeEach(async () => {
    before = await people().findOne(sender);
  });
  afterEach(async () => {
    await people().replaceOne({ id: String(before?.id) }, before ?? {}, { upsert: true });
  });

  it.each([
    ['when its session has ended', 401, () => reader.post('/api/auth/logout')],
    ['when its sender was removed', 401, () => people().deleteOne(sender)],
    [
      'when its sender has become the demo user',
      403,
      () => people().updateOne(sender, { $set: { email: app.get(Config).demoUserEmail.toUpperCase() } }),
    ],
    [
      'when the view was taken from its sender',
      404,
      () => people().updateOne(sender, { $set: { view_access: ['Market'] } }),
    ],
  ])('is refused %s, and leaves nothing', async (_, status, change) => {
    const [begun, rest] = [
      '--b\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\nClient\n',
      'Acme\n\r\n--b--\r\n',
    ];
    const { id } = viewNamed(await viewsOf(reader), 'Signal');
    const body = { type: 'multipart/form-data; boundary=b', length: begun.length + rest.length };
    const socket = await openSocket(await app.getUrl());
    socket.write(uploadHead(reader, id, body) + begun);
    await spoolIsUsed({ dataDir });
    await change();
    socket.write(rest);
    expect((await answerOn(socket)).status).toBe(status);
    await spoolIsEmpty({ dataDir });
    expect(await database.collection('ingestion_runs').countDocuments({ view_id: id })).toBe(0);
  });
});

describe('the next request', () => {
  it('of a session that was ended is refused, whatever it already has', async () => {
    const tag = (await reader.get(screen)).headers.get('etag') ?? '';
    const other = await new Client(await app.getUrl()).signIn('signal@example.com');
    const { body } = await other.get<{ items: { id: string; current: boolean }[] }>('/api/auth/sessions');
    for (const { id } of body.items.filter(({ current }) => !current))
      expect((await other.delete(`/api/auth/sessions/${id}`)).status).toBe(204);
    expect(await status(screen, { 'if-none-match': tag })).toBe(401);
    expect(await status(screen)).toBe(401);
  });

  it('of somebody whose role was changed has the new rights, and loses them again', async () => {
    const change = async (): Promise<number> =>
      (await reader.put('/api/settings/revenue_span', { value: null })).status;
    expect(await change()).toBe(403);
    await database
      .collection('users')
      .updateOne({ email: 'signal@example.com' }, { $set: { role: 'super_admin' } });
    expect(await change()).toBe(200);
    await database.collection('users').updateOne({ email: 'signal@example.com' }, { $set: { role: 'user' } });
    expect(await change()).toBe(403);
  });

  it('for a view that was taken from somebody finds none', async () => {
    const person = database.collection('users');
    await person.updateOne({ email: 'signal@example.com' }, { $set: { view_access: ['Market'] } });
    expect(await status(screen)).toBe(404);
    await person.updateOne({ email: 'signal@example.com' }, { $set: { view_access: ['Signal'] } });
    expect(await status(screen)).toBe(200);
  });

  it('of somebody who was removed is refused', async () => {
    const people = database.collection('users');
    const [person] = await people.find({ email: 'signal@example.com' }).toArray();
    await people.deleteOne({ email: 'signal@example.com' });
    expect(await status(screen)).toBe(401);
    await people.insertOne(person ?? {});
  });

  it('for a view that was removed finds none', async () => {
    await database.collection('views').deleteOne({ name: 'Signal' });
    expect(await status(screen)).toBe(404);
  });
});
