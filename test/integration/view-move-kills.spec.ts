import type { View } from '@app/contracts';
import { once } from 'node:events';
import type { Client } from '../support/client.js';
import { eventually } from '../support/eventually.js';
import { killAt, type KillMoment, killMoments } from '../support/kill-moments.js';
import {
  type Pair,
  type Side,
  startPair,
  startSide,
  stopSide,
  versionSeen,
  viewOf,
} from '../support/pair.js';
import type { WireCommand } from '../support/wire-proxy.js';

const PATIENCE_MS = 240_000;
/** How many of the moments a process is killed at; `npm run soak` takes all of them. */
const KILLS = Number(process.env.VIEW_KILLS ?? 3);
/** So many are spread widely enough for both ends of a move. */
const BOTH_ENDS = 9;
/** About as many commands as are sent from the first note of a move to its end. */
const COMMANDS = 24;
const WAYS = ['rename', 'delete', 'restore'] as const;
type Way = (typeof WAYS)[number];

const moments = killMoments(WAYS, COMMANDS, KILLS);

let pair: Pair;
let view: string;
let name = 'Signal';
let isArchived = false;
let viewer: Client;
const ends = new Set<string>();

beforeAll(async () => {
  pair = await startPair(['Signal']);
  view = viewOf(pair, 'Signal');
  viewer = await pair.second.app.signIn('signal@example.com');
}, PATIENCE_MS);
afterAll(() => pair.stop());

const views = () => pair.database.db.collection('views');
const archived = () => pair.database.db.collection('archived_views');

it.each(moments.map((moment, at) => [at + 1, moment.way, moment] as const))(
  'loses nothing, and nobody, after kill %i, in a %s',
  async (round, way, moment) => {
    // What the round before left: a view that is there to be renamed and deleted, or archived to be restored.
    await look();
    await prepared(way);
    const before = { name, isArchived };
    const next = way === 'rename' ? `Team ${round}` : name;
    await killed(way, next, moment);
    await look();
    const isDone = name !== before.name || isArchived !== before.isArchived;
    ends.add(isDone ? 'done' : 'as before');
    expect([before.name, next]).toContain(name);
    await expectWhole();
  },
  PATIENCE_MS,
);

if (KILLS >= BOTH_ENDS)
  it('was killed early enough for nothing to happen, and late enough for all of it', () => {
    expect([...ends].toSorted()).toEqual(['as before', 'done']);
  });

/** Whatever it finds, the next round has two processes, and nobody who still asks them. */
async function killed(way: Way, next: string, moment: KillMoment<Way>): Promise<void> {
  const kill = killAt(pair.first, moment, isFirstNote);
  const asked = ask(way, next);
  const watching = watch(pair.second, way);
  try {
    await Promise.race([kill.met, refusal(asked).then(() => kill.met)]);
    if (pair.first.app.process.signalCode === null) await once(pair.first.app.process, 'exit');
    await asked;
    const [isLeft, told] = [await isUnderWay(), await audited()];
    await pair.database.db.collection('leases').updateMany({}, { $set: { expires_at: new Date(0) } });
    await settled();
    // Whoever carries it on tells of it in the name of whoever asked.
    if (isLeft) await eventually(async () => expect(await audited()).toBe(told + 1));
    await watching.stop();
  } finally {
    await watching.stop().catch(() => undefined);
    await stopSide(pair.first);
    pair.first = await startSide(pair.database);
  }
}

/** A refused request begins nothing: there would be nothing to wait for. @throws Error with the refusal */
async function refusal(asked: ReturnType<typeof ask>): Promise<void> {
  const answer = await asked;
  if (answer && answer.status >= 300) throw new Error(`${answer.status}: ${answer.text}`);
}

async function prepared(way: Way): Promise<void> {
  if ((way === 'restore') !== isArchived) {
    const undo = isArchived ? 'restore' : 'delete';
    // What the round before left may be under way still.
    await eventually(async () => expect((await ask(undo, name))?.status).toBeLessThan(300));
    isArchived = !isArchived;
  }
  // Until a moment after it came back, the other process goes on with a person who could not open it.
  await eventually(async () =>
    expect((await viewer.get(`/api/views/${view}`)).status).toBe(isArchived ? 404 : 200),
  );
}

/** The answer of a process that is killed meanwhile is none. */
function ask(way: Way, next: string) {
  const { admin } = pair.first;
  const answer = {
    rename: () => admin.patch(`/api/views/${view}`, { name: next }),
    delete: () => admin.delete(`/api/views/${view}?confirm=${encodeURIComponent(name)}`),
    restore: () => admin.post(`/api/archived-views/${view}/restore`, {}),
  }[way]();
  return answer.catch(() => undefined);
}

const isFirstNote = ({ name: command, target, body }: WireCommand): boolean =>
  command === 'update' &&
  (target === 'views' || target === 'archived_views') &&
  JSON.stringify(body.updates).includes('"is_made":false');

/** Whether the view is there, and what it is called, or was when it was deleted. */
async function look(): Promise<void> {
  const shown = await views().findOne({ id: view });
  isArchived = shown === null;
  name = String((shown ?? (await archived().findOne({ id: view })))?.name);
}

const LEFT = { move: { $exists: true } };
const isUnderWay = async (): Promise<boolean> =>
  (await views().countDocuments(LEFT)) + (await archived().countDocuments(LEFT)) > 0;
const audited = () =>
  pair.database.db
    .collection('audit_log')
    .countDocuments({ 'view.id': view, action: /^view_/, 'actor.name': 'admin@example.com' });

/** The other process carries on what is left. */
const settled = () =>
  eventually(async () => {
    expect(await isUnderWay()).toBe(false);
  });

/** Asks the other process all the time: whoever may open the view sees all of its deals, or no view, never an empty one. */
function watch(side: Side, way: Way): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const allowed = way === 'rename' ? [200] : [200, 404];
  const watching = (async () => {
    while (!stopping.signal.aborted) {
      const { status, text, body } = await viewer.get<{ items: unknown[] }>(`/api/views/${view}/records`);
      expect({ text, isAllowed: allowed.includes(status) }).toEqual({ text, isAllowed: true });
      if (status === 200) expect(body.items).toHaveLength(5);
      if (way === 'rename') expect(await versionSeen(side, view)).toBe(1);
    }
  })();
  watching.catch(() => undefined);
  return {
    stop: () => {
      stopping.abort();
      return watching;
    },
  };
}

/** Both processes show all of it, or none of it, and each collection belongs to somebody. */
async function expectWhole(): Promise<void> {
  const person = await pair.database.db.collection('users').findOne({ email: 'signal@example.com' });
  const kept = await archived().findOne({ id: view });
  expect(person?.view_access).toEqual([isArchived ? kept?.access_name : name]);
  for (const side of [pair.first, pair.second]) {
    if (isArchived) expect((await side.admin.get(`/api/views/${view}`)).status).toBe(404);
    else await eventually(async () => expect(await versionSeen(side, view)).toBe(1));
  }
  const shown = isArchived
    ? String(kept?.collection)
    : String((await pair.first.admin.get<View>(`/api/views/${view}`)).body.collection);
  expect(await pair.database.db.collection(shown).countDocuments()).toBe(5);
  const known = new Set([shown, 'sales_records', 'sales_records_fullfunnel', 'sales_records_market']);
  const names = (await pair.database.db.listCollections().toArray()).map((each) => each.name);
  expect(names.filter((each) => each.includes('sales_records') && !known.has(each))).toEqual([]);
}
