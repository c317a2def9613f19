import { expectTruth, outcome, type Pair, shownBy, startPair, upload, viewOf } from '../support/pair.js';
import { delayCommand, delayReply, type WireCommand } from '../support/wire-proxy.js';

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

const forwarded: Parameters<Pair['first']['proxy']['once']>[1] = async ({ forward, send }) =>
  send(await forward());
