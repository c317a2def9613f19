import type { Analytics, Breakdown, DealRecordPage, ScreenAnswer, View } from '@app/contracts';
import {
  type Answer,
  type Client,
  type RunningApp,
  startApp,
  startDatabase,
  type TestDatabase,
} from '../support/app.js';
import { eventually } from '../support/eventually.js';
import { sheetOf } from '../support/sheets.js';
import { uploaded, viewNamed, viewsOf } from '../support/views.js';

/** How often is published, and how much is read meanwhile; `npm run soak` asks for more. */
const PUBLISHES = Number(process.env.PUBLISHES ?? 6);
const READS = Number(process.env.READS ?? 600);
/** With it, how long the other process may go on with the old data. */
const SERVED_WITHIN_MS = Number(process.env.SERVED_WITHIN_MS ?? Number.POSITIVE_INFINITY);
const CLIENTS = 50;
const PERIOD = 'from=2026-07-01&to=2026-12-31&as_of=2026-11-22';

/* What revision r holds: everything that can be asked tells which one it is. */
const rowsOf = (revision: number): number => 40 + (revision % 7);
const pipeOf = (revision: number): number => 1_000 + revision;
const sumOf = (revision: number): number => rowsOf(revision) * pipeOf(revision);
const ownerOf = (revision: number): string => `Owner ${revision}`;
const sheetFor = (revision: number): string =>
  sheetOf(
    Array.from({ length: rowsOf(revision) }, (_, at) => ({
      client: `Client ${at + 1}`,
      pipe: pipeOf(revision),
      owner: ownerOf(revision),
    })),
  );

let database: TestDatabase;
/** Two processes on one database. */
const apps: RunningApp[] = [];
const admins: Client[] = [];
let view: string;
let master: string;

beforeAll(async () => {
  database = await startDatabase();
  for (const _ of ['first', 'second']) {
    const app = await startApp({ database });
    apps.push(app);
    admins.push(await app.signIn('admin@example.com'));
  }
  const views = await viewsOf(adminOf(0));
  view = viewNamed(views, 'Organic').id;
  master = viewNamed(views, 'Master').id;
  await publish(1);
  for (const at of [0, 1]) await served(at, 1);
});

afterAll(async () => {
  for (const app of apps) await app.stop();
  await database.stop();
});

const adminOf = (at: number): Client => admins[at % admins.length]!;

it(
  `answers ${READS} reads of ${CLIENTS} people from one revision each, in order, through ${PUBLISHES} publishes`,
  async () => {
    let reads = 0;
    let isOver = false;
    const read = async (client: Client, first: number) => {
      let last = 1;
      for (let at = first; !isOver || reads < READS; at += 1) {
        const seen = await QUESTIONS[at % QUESTIONS.length]!(client);
        expect(seen).toBeGreaterThanOrEqual(last);
        last = seen;
        reads += 1;
      }
    };
    const publishing = async () => {
      const delays: Promise<number>[] = [];
      for (let revision = 2; revision <= PUBLISHES + 1; revision += 1) {
        // Spread over the reads.
        await eventually(() => expect(reads).toBeGreaterThanOrEqual(((revision - 2) * READS) / PUBLISHES));
        await publish(revision);
        delays.push(served(revision + 1, revision));
      }
      const longest = Math.max(...(await Promise.all(delays)));
      isOver = true;
      return longest;
    };
    const people = await signedIn();
    const [longest] = await Promise.all([publishing(), ...people.map(read)]);
    expect(longest).toBeLessThan(SERVED_WITHIN_MS);
    for (const app of apps) expect(/.*Warning:.*/.exec(app.output())).toBeNull();
  },
  120_000 + PUBLISHES * 10_000 + READS * 20,
);

/** People of their own: what one may ask for at once has a limit. Each stays with one of the processes. */
async function signedIn(): Promise<Client[]> {
  const emails = Array.from({ length: CLIENTS }, (_, at) => `reader${at}@example.com`);
  const person = { role: 'viewer', view_access: ['Organic', 'Master'], picture: null, last_login: null };
  await database.db
    .collection('users')
    .insertMany(
      emails.map((email) => ({ ...person, id: `user-${email}`, email, name: email, created_at: new Date() })),
    );
  return Promise.all(emails.map((email, at) => apps[at % apps.length]!.signIn(email)));
}

/** Brings a revision in, through one process and the other in turn: as soon as it says so, its readers have it. */
async function publish(revision: number): Promise<void> {
  const admin = adminOf(revision);
  const run = await uploaded(admin, view, `${revision}.csv`, sheetFor(revision));
  expect(run).toMatchObject({ status: 'published', revision });
  expect(await viewState(admin)).toBe(revision);
}

/** @returns how long it took until a process served a revision, in milliseconds */
async function served(at: number, revision: number): Promise<number> {
  const asked = performance.now();
  await eventually(async () => expect(await viewState(adminOf(at))).toBeGreaterThanOrEqual(revision));
  return performance.now() - asked;
}

async function answered<Body>(client: Client, id: string, path: string): Promise<Answer<Body>> {
  const answer = await client.get<Body>(`/api/views/${id}${path}`);
  if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}: ${answer.text}`);
  return answer;
}

/** @returns the revision that the state of the view tells in all its parts */
async function viewState(client: Client): Promise<number> {
  const { data } = (await answered<View>(client, view, '')).body;
  expect(data.records_count).toBe(rowsOf(Number(data.revision)));
  return Number(data.revision);
}

async function numbers(client: Client): Promise<number> {
  const { revision, metrics } = (await answered<Analytics>(client, view, `/analytics?${PERIOD}`)).body;
  expect(metrics['pipe.created']?.value).toBe(sumOf(Number(revision)));
  return Number(revision);
}

/** The other views that it adds up are empty. */
async function masterNumbers(client: Client): Promise<number> {
  const { body } = await answered<Analytics>(client, master, `/analytics?${PERIOD}`);
  const revision = Math.max(...String(body.revision).split('-').map(Number));
  expect(body.metrics['pipe.created']?.value).toBe(sumOf(revision));
  return revision;
}

async function breakdown(client: Client): Promise<number> {
  const path = `/analytics/breakdown?metric=pipe.created&by=owner&${PERIOD}`;
  const { revision, rows, total } = (await answered<Breakdown>(client, view, path)).body;
  const value = sumOf(Number(revision));
  expect({ rows, total }).toMatchObject({
    rows: [{ label: ownerOf(Number(revision)), value }],
    total: value,
  });
  expect(rows).toHaveLength(1);
  return Number(revision);
}

async function dashboard(client: Client): Promise<number> {
  const { body } = await answered<ScreenAnswer<'dashboard'>>(client, view, `/screens/dashboard?${PERIOD}`);
  const { records_count, metrics } = body;
  const revision = Number(body.revision);
  expect([records_count, metrics['pipe.created']?.value]).toEqual([rowsOf(revision), sumOf(revision)]);
  return revision;
}

const list = (path: string) => async (client: Client) => {
  const { items, total } = (await answered<DealRecordPage>(client, view, path)).body;
  const revision = (items[0]?.pipeline ?? 0) - pipeOf(0);
  expect([items.length, total]).toEqual([rowsOf(revision), rowsOf(revision)]);
  for (const { pipeline, owner } of items)
    expect([pipeline, owner]).toEqual([pipeOf(revision), ownerOf(revision)]);
  return revision;
};

async function file(client: Client): Promise<number> {
  const { text } = await answered(client, view, '/records/export?format=csv');
  const lines = text.trimEnd().split('\r\n').slice(1);
  const revision = Number(/Owner (\d+)/.exec(lines[0] ?? '')?.[1]);
  expect(lines).toHaveLength(rowsOf(revision));
  for (const line of lines) expect(line).toContain(`,${pipeOf(revision)},,,,,${ownerOf(revision)},`);
  return revision;
}

const QUESTIONS: readonly ((client: Client) => Promise<number>)[] = [
  viewState,
  numbers,
  masterNumbers,
  breakdown,
  dashboard,
  list('/records?limit=100'),
  list(`/analytics/records?metric=pipe.created&limit=100&${PERIOD}`),
  file,
];
