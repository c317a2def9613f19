import {
  expectTruth,
  outcome,
  type Pair,
  shownBy,
  type Side,
  startPair,
  upload,
  versionSheet,
  viewOf,
} from '../support/pair.js';
import { previewed } from '../support/views.js';
import { delayCommand, delayReply, refuse, type WireCommand } from '../support/wire-proxy.js';

/** A lease must run out, and be noticed. */
const PATIENCE_MS = 240_000;

let pair: Pair;

afterEach(() => pair.stop());

/** Where a run is when its process stands still, told by the command whose way takes until then. */
interface Step {
  view: string;
  step: string;
  is: (command: WireCommand) => boolean;
  delay: typeof delayCommand;
}

const isStagingOf = (collection: string, target: unknown): boolean =>
  String(target).includes(`${collection}__staging_`);

const STEPS: readonly Step[] = [
  {
    view: 'Organic',
    step: 'while it compared',
    is: ({ name, target, body }) => name === 'find' && target === 'sales_records' && body.batchSize === 2000,
    delay: delayReply,
  },
  {
    view: 'Signal',
    step: 'while its staging collection was made',
    is: ({ name, target }) => name === 'create' && isStagingOf('sales_records_signal', target),
    delay: delayReply,
  },
  {
    view: 'Full Funnel',
    step: 'before its publish was announced',
    is: ({ name, target, body }) =>
      name === 'update' &&
      target === 'data_metadata' &&
      JSON.stringify(body).includes('"sales_records_fullfunnel__staging_'),
    delay: delayCommand,
  },
  {
    view: 'Market',
    step: 'before the rename',
    is: ({ name, target }) => name === 'renameCollection' && isStagingOf('sales_records_market', target),
    delay: delayCommand,
  },
];

/* A process carries out two runs at a time. */
const AT_ONCE = [STEPS.slice(0, 2), STEPS.slice(2)].map((steps) => ({
  steps,
  told: steps.map(({ step }) => step).join(' and '),
}));

it.each(AT_ONCE)(
  'publishes nothing when a process stood still $told, and another settled its run',
  async ({ steps }) => {
    pair = await startPair(steps.map(({ view }) => view));
    const { first, second } = pair;
    const gate = Promise.withResolvers<undefined>();
    const stuck = new Map<string, string>();
    for (const { view, is, delay } of steps) {
      const rule = first.proxy.once(is, delay(gate.promise));
      const run = await upload(first, viewOf(pair, view), 2);
      await rule.met;
      stuck.set(view, run);
    }
    first.app.process.kill('SIGSTOP');
    for (const run of stuck.values()) expect(await outcome(pair, run)).toBe('failed');
    const others = new Map<string, string>();
    for (const [name, view] of pair.views) {
      const run = await upload(second, view, 3);
      expect(await outcome(pair, run)).toBe('published');
      others.set(name, run);
    }
    gate.resolve(undefined);
    first.app.process.kill('SIGCONT');
    for (const [name, run] of stuck) {
      const view = viewOf(pair, name);
      // Runs of one view take turns: when this one ends the process is through with the one that stood still.
      const same = await upload(first, view, 3);
      expect(await expectTruth(pair, view, same, { old: 3, next: 3 })).toBe('unchanged');
      expect(await shownBy(second, view, run)).toEqual({ says: 'failed', version: 3 });
      const metadata = pair.database.db.collection('data_metadata');
      expect(await metadata.findOne({ view_id: view })).toMatchObject({
        revision: 2,
        run_id: others.get(name),
      });
    }
  },
  PATIENCE_MS,
);

it(
  'lets a process finish whose clock is far behind that of another',
  async () => {
    pair = await startPair(['Organic'], { secondAheadMs: 40_000 });
    const { first, second } = pair;
    const view = viewOf(pair);
    const gate = Promise.withResolvers<undefined>();
    const renaming = first.proxy.once('renameCollection', delayCommand(gate.promise));
    const run = await upload(first, view, 2);
    await renaming.met;
    // The other one looks for interrupted runs, whole, after this moment.
    for (const _ of ['under way', 'next']) {
      const looking = second.proxy.once(
        ({ name, target }) => name === 'find' && target === 'leases',
        forwarded,
      );
      await looking.met;
    }
    gate.resolve(undefined);
    expect(await expectTruth(pair, view, run, { old: 1, next: 2 })).toBe('published');
  },
  PATIENCE_MS,
);

/** @returns the run */
type Begin = () => Promise<string>;

/** How a process comes to own a run. */
const BEGINNINGS: readonly { told: string; prepare: (side: Side, view: string) => Promise<Begin> }[] = [
  { told: 'an upload', prepare: (side, view) => Promise.resolve(() => upload(side, view, 2)) },
  {
    told: 'a preview to publish',
    prepare: async ({ admin }, view) => {
      const { id } = await previewed(admin, view, '2.csv', versionSheet(2));
      return async () => {
        const path = `/api/views/${view}/ingestions/${id}/publish`;
        expect((await admin.post(path)).status).toBe(202);
        return id;
      };
    },
  },
];

it.each(BEGINNINGS)(
  'carries out $told that a process gets right after it stood still for longer than its lease',
  async ({ prepare }) => {
    pair = await startPair();
    const { first, second } = pair;
    const view = viewOf(pair);
    const begin = await prepare(first, view);
    // It waits for its turn, for as long as it takes the other one to look for runs without a process.
    const turn = first.proxy.always(isTakingView, refuse({ code: 50 }));
    const look = Promise.withResolvers<undefined>();
    await second.proxy.once(isLookForRuns, delayCommand(look.promise)).met;
    const owner = await runOutLease();
    const run = await begin();
    const settled = second.proxy.once(isLookForLeftovers, forwarded);
    look.resolve(undefined);
    await settled.met;
    expect(await runs().findOne({ id: run })).toMatchObject({ owner, status: 'queued' });
    turn.stop();
    expect(await expectTruth(pair, view, run, { old: 1, next: 2 })).toBe('published');
  },
  PATIENCE_MS,
);

const isTakingView = ({ name, target, body }: WireCommand): boolean =>
  name === 'update' && target === 'leases' && JSON.stringify(body).includes('"data:');

const isLookForRuns = ({ name, target, body }: WireCommand): boolean =>
  name === 'find' &&
  target === 'ingestion_runs' &&
  JSON.stringify(body.filter) === JSON.stringify({ status: { $in: ['queued', 'running'] } });

/** The last thing that a look does. */
const isLookForLeftovers = ({ name, target, body }: WireCommand): boolean =>
  name === 'find' && target === 'ingestion_runs' && JSON.stringify(body).includes('"staging.name"');

const runs = () => pair.database.db.collection<{ id: string; owner: string }>('ingestion_runs');

/** What a pause leaves of the first process's lease: its next renewal comes too late to help. @returns the process */
async function runOutLease(): Promise<string> {
  const filled = await runs().findOne({ status: 'published' });
  const owner = String(filled?.owner);
  const { matchedCount } = await pair.database.db
    .collection('leases')
    .updateOne({ name: `process:${owner}` }, { $set: { expires_at: new Date(0) } });
  expect(matchedCount).toBe(1);
  return owner;
}

const forwarded: Parameters<Pair['first']['proxy']['once']>[1] = async ({ forward, send }) =>
  send(await forward());
