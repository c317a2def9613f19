import type { IngestionRun, View } from '@app/contracts';
import fc from 'fast-check';
import { eventually } from '../support/eventually.js';
import { type Pair, startPair, startSide, stopSide, viewOf } from '../support/pair.js';
import { delayReply } from '../support/wire-proxy.js';

const PATIENCE_MS = 240_000;
/** How many ticks come; `npm run soak` asks for more. */
const TICKS = Number(process.env.SCHEDULE_TICKS ?? 4);
const SEED = Number(process.env.SCHEDULE_SEED ?? 5);
/** Of Google, by its form: that it cannot be fetched here changes nothing about when it is tried. */
const SHEET =
  'https://docs.google.com/spreadsheets/d/1AbCdEfGhIjKlMnOpQrStUvWxYz0123456789abcdefg/edit#gid=0';
const INTERRUPTED = 'The server stopped';

let pair: Pair;
let view: string;

beforeAll(async () => {
  pair = await startPair(['Organic']);
  view = viewOf(pair);
  await pair.database.db.collection('views').updateOne({ id: view }, { $set: { sheet_url: SHEET } });
  await eventually(async () => expect(await entry()).not.toBeNull());
}, PATIENCE_MS);
afterAll(() => pair.stop());

const refreshes = () => pair.database.db.collection('scheduled_refreshes');
const entry = () => refreshes().findOne({ view_id: view });
const runs = () => pair.database.db.collection<IngestionRun & { owner: string }>('ingestion_runs');
const scheduled = () =>
  runs().find({ started_by: 'schedule', view_id: view }).sort({ started_at: 1 }).toArray();

/** The tick before: the newest one has not been had. */
async function comeDue(): Promise<Set<string>> {
  const before = new Set((await scheduled()).map(({ id }) => id));
  await refreshes().updateOne({ view_id: view }, { $set: { tick: new Date(0), run_id: null, attempts: 0 } });
  return before;
}

/** The runs of a tick that came, once it is over. */
async function runsOfTick(before: ReadonlySet<string>): Promise<(IngestionRun & { owner: string })[]> {
  return eventually(async () => {
    const found = (await scheduled()).filter(({ id }) => !before.has(id));
    const newest = (await entry())?.run_id as unknown;
    const last = found.find(({ id }) => id === newest);
    expect(last?.status).toMatch(/failed|published|unchanged|held/);
    expect(last?.error ?? '').not.toContain(INTERRUPTED);
    return found;
  });
}

it(
  'begins with the next tick when an address is set, and tells when that is',
  async () => {
    expect(await entry()).toMatchObject({ run_id: null, attempts: 0 });
    expect(await scheduled()).toEqual([]);
    const { body } = await pair.first.admin.get<View>(`/api/views/${view}`);
    expect(Date.parse(body.next_refresh ?? '')).toBeGreaterThan(Date.now());
    const off = await pair.first.admin.put('/api/settings/refresh_schedule', { value: { times: [] } });
    expect(off.status).toBe(200);
    expect((await pair.first.admin.get<View>(`/api/views/${view}`)).body.next_refresh).toBeNull();
    expect((await pair.first.admin.put('/api/settings/refresh_schedule', { value: null })).status).toBe(200);
  },
  PATIENCE_MS,
);

it(
  'makes up a tick that nobody was there for, once, and says so by its name',
  async () => {
    const made = await runsOfTick(await comeDue());
    expect(made).toHaveLength(1);
    expect(made[0]).toMatchObject({ started_by: 'schedule', source: { type: 'google_sheets', url: SHEET } });
  },
  PATIENCE_MS,
);

it(
  'begins nothing twice when a process stands still after it took a tick',
  async () => {
    const before = await comeDue();
    const gate = Promise.withResolvers<undefined>();
    const sides = [pair.first, pair.second];
    // Whoever takes the tick learns so only when the gate opens.
    const met = sides.map(
      ({ proxy }) =>
        proxy.once(
          ({ name, target, body }) =>
            name === 'update' &&
            target === 'scheduled_refreshes' &&
            JSON.stringify(body).includes('"run_id"'),
          delayReply(gate.promise),
        ).met,
    );
    await Promise.race(met);
    gate.resolve(undefined);
    expect(await runsOfTick(before)).toHaveLength(1);
  },
  PATIENCE_MS,
);

interface Round {
  victim: 'first' | 'second' | null;
  /** Milliseconds after the tick. */
  after: number;
}

const rounds = fc.sample(
  fc.record<Round>({
    victim: fc.constantFrom<Round['victim']>('first', 'second', null),
    after: fc.nat({ max: 2_500 }),
  }),
  { numRuns: TICKS, seed: SEED },
);

it.each(rounds.map((round, at) => [at + 1, round] as const))(
  'brings tick %i once, whoever is killed',
  async (_, { victim, after }) => {
    const before = await comeDue();
    if (victim) {
      await new Promise((resolve) => setTimeout(resolve, after));
      await stopSide(pair[victim]);
    }
    const made = await runsOfTick(before);
    // Those that were interrupted did nothing; one was carried out to its end.
    expect(made.filter(({ error }) => !error?.includes(INTERRUPTED))).toHaveLength(1);
    if (victim) pair[victim] = await startSide(pair.database);
  },
  PATIENCE_MS,
);
