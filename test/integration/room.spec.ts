import type { IngestionRun, IngestionRunPage } from '@app/contracts';
import type { Answer, Client } from '../support/app.js';
import { eventually } from '../support/eventually.js';
import {
  outcome,
  type Pair,
  type Side,
  startPair,
  versionSheet,
  versionSeen,
  viewOf,
} from '../support/pair.js';
import { delayReply } from '../support/wire-proxy.js';

const PATIENCE_MS = 240_000;
const VIEWS = ['Organic', 'Signal', 'Full Funnel', 'Market'];
const COLLEAGUES = ['ann', 'bob', 'cleo', 'dan'].map((name) => `${name}@example.com`);

let pair: Pair;
let gate: PromiseWithResolvers<undefined>;

beforeAll(async () => {
  pair = await startPair(VIEWS);
  const users = pair.database.db.collection('users');
  for (const email of COLLEAGUES) {
    const person = { id: `user-${email}`, email, name: email, role: 'viewer', view_access: VIEWS };
    await users.insertOne({ ...person, picture: null, created_at: new Date(), last_login: null });
  }
}, PATIENCE_MS);
afterAll(() => pair.stop());

type Run = IngestionRun & { detail?: string };

/** Something is under way in Organic until the gate opens. */
beforeEach(async () => {
  gate = Promise.withResolvers<undefined>();
  const comparing = pair.first.proxy.once(
    ({ name, target, body }) => name === 'find' && target === 'sales_records' && body.batchSize === 2000,
    delayReply(gate.promise),
  );
  await send(pair.first.admin, 'Organic', 1);
  await comparing.met;
});

const send = (client: Client, view: string, version: number): Promise<Answer<Run>> =>
  client.upload(`/api/views/${viewOf(pair, view)}/ingestions`, `${version}.csv`, versionSheet(version));

const clientOf = ({ app }: Side, email: string) => app.signIn(email);

/** Opens the gate and waits until nothing is under way any more. */
async function finish(): Promise<void> {
  gate.resolve(undefined);
  const runs = pair.database.db.collection('ingestion_runs');
  await eventually(async () =>
    expect(await runs.countDocuments({ status: { $in: ['queued', 'running'] } })).toBe(0),
  );
}

it(
  'lets three imports of a view wait, through any process, and says when to try again',
  async () => {
    const sides = [pair.first, pair.second, pair.first, pair.second];
    const answers: Answer<Run>[] = [];
    for (const [at, email] of COLLEAGUES.entries())
      answers.push(await send(await clientOf(sides[at] ?? pair.first, email), 'Organic', 2 + at));
    expect(answers.map(({ status }) => status)).toEqual([202, 202, 202, 429]);
    expect(answers[3]?.body.detail).toContain('3 imports of Organic are waiting');
    expect(Number(answers[3]?.headers.get('retry-after'))).toBeGreaterThan(0);
    await finish();
    const ends = await Promise.all(answers.slice(0, 3).map(({ body }) => outcome(pair, body.id)));
    expect(ends).toEqual(['published', 'published', 'published']);
  },
  PATIENCE_MS,
);

it(
  'counts going back as well',
  async () => {
    const view = viewOf(pair, 'Organic');
    const [earlier] = await pair.database.db
      .collection('ingestion_runs')
      .find({ view_id: view, status: 'published', 'source.type': 'csv' })
      .sort({ revision: 1 })
      .limit(1)
      .toArray();
    const path = `/api/views/${view}/ingestions/${String(earlier?.id)}/rollback?dry_run=true`;
    const answers: Answer<Run>[] = [];
    for (let asked = 0; asked < 4; asked++) answers.push(await pair.first.admin.post(path));
    expect(answers.map(({ status }) => status)).toEqual([202, 202, 202, 429]);
    await finish();
  },
  PATIENCE_MS,
);

it(
  'gives the place of a waiting upload to a newer one of the same person',
  async () => {
    const [older, newer] = [
      await send(pair.first.admin, 'Organic', 7),
      await send(pair.second.admin, 'Organic', 8),
    ];
    expect([older.status, newer.status]).toEqual([202, 202]);
    const { body } = await pair.first.admin.get<IngestionRun>(
      `/api/views/${viewOf(pair)}/ingestions/${older.body.id}`,
    );
    expect([body.status, body.error]).toEqual([
      'cancelled',
      expect.stringContaining('A newer upload of the same person'),
    ]);
    await finish();
    expect(await outcome(pair, newer.body.id)).toBe('published');
    expect(await outcome(pair, older.body.id)).toBe('cancelled');
    await eventually(async () => expect(await versionSeen(pair.first, viewOf(pair))).toBe(8));
  },
  PATIENCE_MS,
);

it(
  'leaves the place of an import to it when its person looks at a difference, and of going back to that',
  async () => {
    const view = viewOf(pair);
    const runs = await pair.first.admin.get<IngestionRunPage>(`/api/views/${view}/ingestions?limit=50`);
    const earlier = runs.body.items.findLast(({ status }) => status === 'published');
    const back = await pair.first.admin.post<Run>(`/api/views/${view}/ingestions/${earlier?.id}/rollback`);
    const waiting = await send(pair.first.admin, 'Organic', 9);
    const look = await pair.first.admin.upload<Run>(
      `/api/views/${view}/ingestions?dry_run=true`,
      '10.csv',
      versionSheet(10),
    );
    expect([back.status, waiting.status, look.status]).toEqual([202, 202, 202]);
    await finish();
    expect(await outcome(pair, back.body.id)).toBe('published');
    expect(await outcome(pair, waiting.body.id)).toBe('published');
    const runsOf = pair.database.db.collection('ingestion_runs');
    expect(await runsOf.findOne({ id: look.body.id })).toMatchObject({ status: 'preview' });
  },
  PATIENCE_MS,
);

it(
  'lets five imports of a person wait over all views',
  async () => {
    const runs = pair.database.db.collection('ingestion_runs');
    const ann = await clientOf(pair.first, 'ann@example.com');
    // It is alive: nobody ends its runs.
    const alive = {
      name: 'process:elsewhere',
      owner: 'elsewhere',
      expires_at: new Date(Date.now() + 600_000),
    };
    await pair.database.db.collection('leases').insertOne(alive);
    const { insertedIds } = await runs.insertMany(
      [1, 2, 3, 4, 5].map((at) => waiting(`waiting-${at}`, `other-${at}`)),
    );
    const refused = await send(ann, 'Signal', 2);
    expect([refused.status, refused.body.detail]).toEqual([
      429,
      expect.stringContaining('5 imports of yours are waiting'),
    ]);
    await runs.deleteOne({ id: 'waiting-5' });
    expect((await send(ann, 'Signal', 3)).status).toBe(202);
    await runs.deleteMany({ _id: { $in: Object.values(insertedIds) } });
    await finish();
  },
  PATIENCE_MS,
);

/** A run that another process holds. */
const waiting = (id: string, view_id: string) => ({
  id,
  view_id,
  status: 'queued',
  started_by: 'ann@example.com',
  started_at: new Date(),
  decided_by: null,
  dry_run: false,
  file_kept: false,
  source: { type: 'csv', name: 'waiting.csv', url: null, size: 1 },
  owner: 'elsewhere',
});
