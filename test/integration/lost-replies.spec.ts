import { expectTruth, outcome, type Pair, startPair, upload, viewOf } from '../support/pair.js';
import { type Action, cutAfter, cutBefore, type WireCommand } from '../support/wire-proxy.js';

const PATIENCE_MS = 240_000;

let pair: Pair;
let version = 1;
let old = 1;

beforeAll(async () => {
  pair = await startPair();
}, 120_000);

afterEach(() => {
  pair.first.proxy.restore();
});
afterAll(() => pair.stop());

/** Uploads the next version through the first process and says how it ended; what is said must be what is seen. */
async function attempt(): Promise<string> {
  const view = viewOf(pair);
  version += 1;
  const next = version;
  const run = await upload(pair.first, view, next);
  const says = await expectTruth(pair, view, run, { old, next });
  if (says === 'published') old = next;
  return says;
}

const to = (name: string, target: RegExp) => (command: WireCommand) =>
  command.name === name && target.test(String(command.target));

it('makes every index in one command, before the first deal is written, and waits for no quorum of members', async () => {
  const begun = pair.first.proxy.commands().length;
  expect(await attempt()).toBe('published');
  const sent = pair.first.proxy.commands().slice(begun);
  const staged = sent.filter(({ target }) => String(target).includes('__staging_'));
  expect(staged.map(({ name }) => name)).toEqual([
    'create',
    'createIndexes',
    'insert',
    'aggregate',
    'renameCollection',
  ]);
  const { body } = staged[1] ?? {};
  expect(body?.indexes).toHaveLength(7);
  expect(body).not.toHaveProperty('commitQuorum');
  expect(body?.writeConcern).toEqual({ w: 'majority', j: true, wtimeout: 30_000 });
});

it.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])(
  'tells the truth when the rename is carried out before command %i after its connection was lost',
  async (place) => {
    const gate = Promise.withResolvers<undefined>();
    const renamed = Promise.withResolvers<undefined>();
    let after = 0;
    pair.first.proxy.once('renameCollection', async ({ cut, forward }) => {
      cut();
      await gate.promise;
      await forward();
      renamed.resolve(undefined);
    });
    pair.first.proxy.always(
      ({ name }) => name !== 'renameCollection' && isRenameLost() && (after += 1) === place,
      async ({ forward, send }) => {
        gate.resolve(undefined);
        await renamed.promise;
        send(await forward());
      },
    );
    const isRenameLost = () => pair.first.proxy.commands('renameCollection').length > seen;
    const seen = pair.first.proxy.commands('renameCollection').length;
    await attempt();
    gate.resolve(undefined);
    await renamed.promise;
    await expectStill();
  },
  PATIENCE_MS,
);

/** What came late changes nothing afterwards: the next run builds on what was said. */
async function expectStill(): Promise<void> {
  pair.first.proxy.restore();
  expect(await attempt()).toBe('published');
}

it.each<[string, (command: WireCommand) => boolean]>([
  ['lease', to('update', /^leases$/)],
  ['run as it begins', to('update', /^ingestion_runs$/)],
  ['staging collection', to('create', /__staging_/)],
  ['indexes', to('createIndexes', /__staging_/)],
  ['deals', to('insert', /__staging_/)],
  ['changes', to('insert', /^record_changes$/)],
  ['metadata', to('update', /^data_metadata$/)],
  ['rename', to('renameCollection', /./)],
  ['drop', to('drop', /__staging_/)],
  ['lease given back', to('delete', /^leases$/)],
])(
  'tells the truth when the answer about the %s is lost, or the command',
  async (what, which) => {
    for (const cut of [cutAfter, cutBefore]) {
      const lost = pair.first.proxy.once(which, cut());
      // A staging collection is dropped when its run comes to nothing.
      if (what === 'drop') pair.first.proxy.once('renameCollection', cutBefore());
      await attempt();
      expect(lost.count()).toBe(1);
      pair.first.proxy.restore();
    }
  },
  PATIENCE_MS,
);

it.each<[string, () => Action]>([
  ['answer', cutAfter],
  ['command', cutBefore],
])(
  'holds no lease for ever whose release lost its %s',
  async (_, cut) => {
    const released = pair.first.proxy.always(to('delete', /^leases$/), cut());
    await attempt();
    await released.met;
    const view = viewOf(pair);
    version += 1;
    const run = await upload(pair.second, view, version);
    expect(await outcome(pair, run)).toBe('published');
    old = version;
  },
  PATIENCE_MS,
);
