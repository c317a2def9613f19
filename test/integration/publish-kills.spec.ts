import type { IngestionRun } from '@app/contracts';
import { once } from 'node:events';
import { eventually } from '../support/eventually.js';
import { killAt, killMoments } from '../support/kill-moments.js';
import {
  expectTruth,
  type Pair,
  shownBy,
  type Side,
  startPair,
  startSide,
  stopSide,
  upload,
  versionSheet,
  viewOf,
} from '../support/pair.js';
import { runEnded } from '../support/views.js';
import type { WireCommand } from '../support/wire-proxy.js';

const PATIENCE_MS = 240_000;
/** How many of the moments a process is killed at; `npm run soak` takes all of them. */
const KILLS = Number(process.env.PUBLISH_KILLS ?? 10);
/** About as many commands as are sent from the announcement of a publish to the end of its run. */
const COMMANDS = 20;
const WAYS = ['an upload', 'a preview', 'a way back'] as const;
type Way = (typeof WAYS)[number];

const moments = killMoments(WAYS, COMMANDS, KILLS);

let pair: Pair;
let view: string;
let version = 1;
/** What readers see before a round. */
let old = 1;
/** Published runs, with the version that they brought. */
const published: { run: string; version: number }[] = [];
const ends = new Set<string>();

beforeAll(async () => {
  pair = await startPair();
  view = viewOf(pair);
  const first = await runs().findOne({ view_id: view, status: 'published' });
  published.push({ run: first?.id ?? '', version: 1 });
}, PATIENCE_MS);
afterAll(() => pair.stop());

const runs = () => pair.database.db.collection<IngestionRun & { owner: string }>('ingestion_runs');
const changesOf = (run: string) =>
  pair.database.db.collection('record_changes').countDocuments({ run_id: run });

it.each(moments.map((moment, at) => [at + 1, moment.way, moment] as const))(
  'shows the old or the new data, whole, after kill %i, in the publish of %s',
  async (_, way, moment) => {
    const victim = pair.first;
    const { next, publish } = await prepared(way);
    const kill = killAt(victim, moment, isAnnouncement);
    const run = await publish();
    const watching = watch(pair.second, run, [old, next]);
    await kill.met;
    if (victim.app.process.signalCode === null) await once(victim.app.process, 'exit');
    await runOutLeases(run);
    await stopSide(victim);
    pair.first = await startSide(pair.database);
    const says = await expectTruth(pair, view, run, { old, next }).finally(watching.stop);
    ends.add(says);
    expect(['published', way === 'a preview' ? 'preview' : 'failed']).toContain(says);
    expect((await changesOf(run)) > 0).toBe(says !== 'failed');
    if (says !== 'published') return;
    published.push({ run, version: next });
    old = next;
  },
  PATIENCE_MS,
);

it('was killed early enough for the old data and late enough for the new', () => {
  expect([...ends].toSorted()).toEqual(['failed', 'preview', 'published']);
});

/** What is to be published, up to the request that does it. */
async function prepared(way: Way): Promise<{ next: number; publish(): Promise<string> }> {
  const { admin } = pair.first;
  const path = `/api/views/${view}/ingestions`;
  if (way === 'a way back') {
    const target = published.findLast((each) => each.version !== old);
    if (target) return { next: target.version, publish: () => begun(`${path}/${target.run}/rollback`) };
  }
  version += 1;
  const next = version;
  if (way !== 'a preview') return { next, publish: () => upload(pair.first, view, next) };
  const asked = await admin.upload<IngestionRun>(`${path}?dry_run=true`, 'next.csv', versionSheet(next));
  expect((await runEnded(admin, view, asked.body.id)).status).toBe('preview');
  return { next, publish: () => begun(`${path}/${asked.body.id}/publish`) };
}

async function begun(path: string): Promise<string> {
  const { status, body } = await pair.first.admin.post<IngestionRun>(path);
  expect(status).toBe(202);
  return body.id;
}

const isAnnouncement = ({ name, target, body }: WireCommand): boolean =>
  name === 'update' && target === 'ingestion_runs' && JSON.stringify(body.updates).includes('"staging_uuid"');

/** The leases of the process that has a run, at once: nobody waits here for what is a matter of time. */
async function runOutLeases(run: string): Promise<void> {
  const { owner } = (await runs().findOne({ id: run })) ?? {};
  await pair.database.db.collection('leases').updateMany({ owner }, { $set: { expires_at: new Date(0) } });
}

/** Asks the other process all the time: nothing but the two versions, in their order, and the new one once it says so. */
function watch(side: Side, run: string, versions: readonly number[]): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const watching = (async () => {
    let place = 0;
    while (!stopping.signal.aborted) {
      const { says, version: shown } = await eventually(() => shownBy(side, view, run));
      const now = versions.indexOf(shown);
      expect({ shown, isInOrder: now >= place }).toEqual({ shown, isInOrder: true });
      if (says === 'published') expect(shown).toBe(versions.at(-1));
      place = now;
    }
  })();
  // Told by `stop`, whatever else went wrong before.
  watching.catch(() => undefined);
  return {
    async stop() {
      stopping.abort();
      await watching;
    },
  };
}
