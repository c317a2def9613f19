import type { IngestionRun, SessionInfoPage, UserPage, View } from '@app/contracts';
import { eventually } from '../support/eventually.js';
import { listen, type Listener } from '../support/events.js';
import { outcome, type Pair, startPair, startSide, stopSide, upload, viewOf } from '../support/pair.js';
import { delayReply, type WireCommand } from '../support/wire-proxy.js';

const PATIENCE_MS = 240_000;
const MOST = 10;

let pair: Pair;
/** Version that each view shows. */
let version = 1;

beforeAll(async () => {
  pair = await startPair(['Organic', 'Signal']);
}, PATIENCE_MS);
afterAll(() => pair.stop());

const listening: Listener[] = [];
afterEach(async () => {
  for (const listener of listening.splice(0)) await listener.leave();
});

async function listens(email: string, side: 'first' | 'second' = 'first'): Promise<Listener> {
  const listener = await listen(await pair[side].app.signIn(email));
  listening.push(listener);
  return listener;
}

const statusesOf = (listener: Listener, run: string): string[] =>
  listener
    .runs()
    .filter(({ id }) => id === run)
    .map(({ status }) => status);

const hears = (listener: Listener, run: string, status: string) =>
  eventually(() => expect(statusesOf(listener, run).at(-1)).toBe(status));

const reads = ({ name, target, body }: WireCommand): boolean =>
  name === 'find' && target === 'sales_records' && body.batchSize === 2000;

/** An upload to Organic that stays under way until it is let go. */
async function uploadHeld(): Promise<{ run: string; go: () => void }> {
  const gate = Promise.withResolvers<undefined>();
  const waiting = pair.first.proxy.once(reads, delayReply(gate.promise));
  const run = await upload(pair.first, viewOf(pair), (version += 1));
  await waiting.met;
  return { run, go: () => gate.resolve(undefined) };
}

describe('events', () => {
  it('are a stream that nobody keeps or packs', async () => {
    const { response, text } = await listens('organic@example.com');
    expect(response.headers.get('content-type')).toBe('text/event-stream');
    expect(response.headers.get('cache-control')).toBe('no-store, no-transform');
    expect(response.headers.get('content-encoding')).toBeNull();
    expect(text()).toMatch(/^retry: 2000\n\n/);
  });

  it('are for whoever is signed in', async () => {
    expect((await pair.first.app.client().get('/api/events')).status).toBe(401);
  });

  it(
    'bring an import to others who can open its view, through every process, and to nobody else',
    async () => {
      const here = await listens('organic@example.com');
      const there = await listens('organic@example.com', 'second');
      const stranger = await listens('signal@example.com');
      const run = await upload(pair.first, viewOf(pair), (version += 1));
      const other = await upload(pair.first, viewOf(pair, 'Signal'), version);
      const { revision } = await finished(run);
      for (const listener of [here, there]) {
        await hears(listener, run, 'published');
        await eventually(() =>
          expect(listener.published().at(-1)).toMatchObject({
            view_id: viewOf(pair),
            revision,
            started_by: 'admin@example.com',
            last_update: expect.any(String) as unknown,
          }),
        );
        expect(listener.runs().every(({ view_id }) => view_id === viewOf(pair))).toBe(true);
      }
      await hears(stranger, other, 'published');
      expect(stranger.text()).not.toContain(run);
      expect(stranger.text()).not.toContain(viewOf(pair));
    },
    PATIENCE_MS,
  );

  it(
    'begin with what is there, so that whoever comes back misses nothing',
    async () => {
      const { run, go } = await uploadHeld();
      const first = await listens('organic@example.com');
      await hears(first, run, 'running');
      expect(first.runs().find(({ id }) => id === run)).toMatchObject({
        started_by: 'admin@example.com',
        source: { type: 'csv', name: `${version}.csv` },
        progress: { rows_read: expect.any(Number) as unknown },
        time_left_ms: null,
      });
      await first.leave();
      go();
      const { revision } = await finished(run);
      const again = await listens('organic@example.com');
      await hears(again, run, 'published');
      await eventually(() => expect(again.published()).toMatchObject([{ view_id: viewOf(pair), revision }]));
    },
    PATIENCE_MS,
  );

  it(
    'begin with what waits for a decision, however long it has',
    async () => {
      const run = await upload(pair.first, viewOf(pair), (version += 1));
      await finished(run);
      const runs = pair.database.db.collection('ingestion_runs');
      const long = new Date(Date.now() - 86_400_000);
      const waiting = { status: 'held', revision: null, finished_at: long };
      const before = await runs.findOneAndUpdate({ id: run }, { $set: waiting });
      try {
        await hears(await listens('organic@example.com'), run, 'held');
      } finally {
        await runs.updateOne({ id: run }, { $set: { ...before, _id: before?._id } });
      }
    },
    PATIENCE_MS,
  );

  it(
    'stop for a view that somebody can open no more',
    async () => {
      const listener = await listens('organic@example.com');
      const users = pair.database.db.collection('users');
      const change = (view_access: string[]) =>
        users.updateOne({ email: 'organic@example.com' }, { $set: { view_access } });
      await change(['Signal']);
      try {
        const run = await upload(pair.first, viewOf(pair), (version += 1));
        await finished(run);
        const seen = await upload(pair.first, viewOf(pair, 'Signal'), version);
        await hears(listener, seen, 'published');
        expect(statusesOf(listener, run)).toEqual([]);
      } finally {
        await change(['Organic']);
      }
    },
    PATIENCE_MS,
  );

  it(
    'tell of views as they are made, renamed and deleted, through every process, those who can open them and nobody else',
    async () => {
      const admin = await pair.first.app.signIn('admin@example.com');
      const [here, there] = [
        await listens('admin@example.com'),
        await listens('admin@example.com', 'second'),
      ];
      const [near, far] = [
        await listens('organic@example.com'),
        await listens('organic@example.com', 'second'),
      ];
      const hear = (listeners: Listener[], names: string[]) =>
        eventually(() => {
          for (const each of listeners) expect(each.views().at(-1)).toEqual(names);
        });
      const before = here.views().at(-1) ?? [];
      await hear([near, far], ['Organic']);

      const made = await admin.post<View>('/api/views', { name: 'Hidden' });
      await hear([here, there], [...before, 'Hidden']);
      const path = `/api/views/${made.body.id}`;
      expect((await admin.patch(path, { name: 'Seldom' })).status).toBe(200);
      await hear([here, there], [...before, 'Seldom']);
      for (const { text } of [near, far]) expect(text()).not.toMatch(/Hidden|Seldom/);

      const users = await admin.get<UserPage>('/api/users');
      const organic = users.body.items.find(({ email }) => email === 'organic@example.com');
      const open = (view_access: string[]) => admin.patch(`/api/users/${organic?.id}`, { view_access });
      await open(['Organic', 'Seldom']);
      await hear([near], ['Organic', 'Seldom']);
      expect((await admin.delete(`${path}?confirm=Seldom`)).status).toBe(200);
      await hear([here, there], before);
      await hear([near, far], ['Organic']);
      // Who can open the view learned its present name alone.
      for (const { text } of [near, far]) expect(text()).not.toContain('Hidden');
    },
    PATIENCE_MS,
  );

  it('end with the session, at once', async () => {
    const client = await pair.first.app.signIn('organic@example.com');
    const listener = await listen(client);
    const { body } = await client.get<SessionInfoPage>('/api/auth/sessions');
    const own = body.items.find(({ current }) => current);
    const other = await pair.first.app.signIn('organic@example.com');
    expect((await other.delete(`/api/auth/sessions/${own?.id}`)).status).toBe(204);
    await listener.ended;
  });

  it('are bounded for a person, and free again when they leave', async () => {
    const client = await pair.first.app.signIn('organic@example.com');
    const all = await Promise.all(Array.from({ length: MOST }, () => listens('organic@example.com')));
    const refused = await client.get('/api/events');
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '5']);
    await listens('signal@example.com');
    await all[0]?.leave();
    await eventually(() => listens('organic@example.com'));
  });

  it(
    'end first when the product stops, and keep it from nothing',
    async () => {
      const side = await startSide(pair.database);
      const client = await side.app.signIn('organic@example.com');
      const listener = await listen(client);
      const stopping = side.app.stop();
      await listener.ended;
      expect(await stopping).toBe(0);
      await stopSide(side);
    },
    PATIENCE_MS,
  );
});

/** A run as it is answered once it has ended. */
async function finished(id: string): Promise<IngestionRun> {
  expect(await outcome(pair, id)).toBe('published');
  const run = await pair.database.db.collection<IngestionRun>('ingestion_runs').findOne({ id });
  if (!run) throw new Error(`Run ${id} is gone.`);
  return run;
}
