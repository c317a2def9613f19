import { eventually } from '../support/eventually.js';
import { expectTruth, type Pair, startPair, upload, viewOf } from '../support/pair.js';
import { refuse, type Rule } from '../support/wire-proxy.js';

const PATIENCE_MS = 180_000;

let pair: Pair;

beforeEach(async () => {
  pair = await startPair();
}, 120_000);
afterEach(() => pair.stop());

/** From the rename on nobody can find out which collection is live. @returns the refusals */
function unreadable(): Rule {
  const { proxy } = pair.first;
  const seen = proxy.commands('renameCollection').length;
  return proxy.always(
    ({ name }) => name === 'listCollections' && proxy.commands('renameCollection').length > seen,
    refuse({ code: 8 }),
  );
}

const statusOf = async (run: string) =>
  (await pair.database.db.collection('ingestion_runs').findOne({ id: run }))?.status as string;

it(
  'says published only when readers get the new data',
  async () => {
    const view = viewOf(pair);
    const refused = unreadable();
    const run = await upload(pair.first, view, 2);
    await eventually(() => expect(refused.count()).toBeGreaterThan(2));
    expect(await statusOf(run)).toBe('running');
    pair.first.proxy.restore();
    expect(await expectTruth(pair, view, run, { old: 1, next: 2 })).toBe('published');
  },
  PATIENCE_MS,
);

it(
  'says so in a process that finishes what another one began',
  async () => {
    const view = viewOf(pair);
    const refused = unreadable();
    const run = await upload(pair.first, view, 2);
    await refused.met;
    await pair.first.app.kill();
    const reading = pair.second.proxy.always(
      ({ name, target }) => name === 'find' && target === 'sales_records',
      refuse({ code: 8 }),
    );
    await eventually(async () => {
      const found = await pair.database.db.collection('ingestion_runs').findOne({ id: run });
      expect(found?.settling).toBe(true);
    });
    await eventually(() => expect(reading.count()).toBeGreaterThan(2));
    expect(await statusOf(run)).toBe('running');
    pair.second.proxy.restore();
    expect(await expectTruth(pair, view, run, { old: 1, next: 2 }, [pair.second])).toBe('published');
  },
  PATIENCE_MS,
);
