import type { IngestionRun, Page, RunChange } from '@app/contracts';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { eventually } from '../support/eventually.js';
import {
  expectTruth,
  outcome,
  type Pair,
  type Side,
  startPair,
  upload,
  versionSeen,
  versionSheet,
  viewOf,
} from '../support/pair.js';
import { previewed, publishHeld } from '../support/views.js';
import { delayCommand, delayReply, type WireCommand } from '../support/wire-proxy.js';

const PATIENCE_MS = 240_000;
const VIEWS = ['Organic', 'Signal', 'Full Funnel', 'Market'];

let pair: Pair;

beforeAll(async () => {
  pair = await startPair(VIEWS);
}, PATIENCE_MS);
afterAll(() => pair.stop());

/** Where a run is when it is cancelled: the command that it waits for. */
interface Phase {
  view: string;
  phase: string;
  is: (command: WireCommand) => boolean;
  delay: typeof delayCommand;
}

const PHASES: readonly Phase[] = [
  {
    view: 'Organic',
    phase: 'compares',
    is: ({ name, target, body }) => name === 'find' && target === 'sales_records' && body.batchSize === 2000,
    delay: delayReply,
  },
  {
    view: 'Signal',
    phase: 'stores',
    is: ({ name, target }) => name === 'insert' && String(target).includes('sales_records_signal__staging_'),
    delay: delayReply,
  },
  {
    view: 'Full Funnel',
    phase: 'has written its changes',
    is: ({ name, target }) => name === 'insert' && target === 'record_changes',
    delay: delayReply,
  },
  {
    view: 'Market',
    phase: 'is about to announce its publish',
    is: ({ name, target, body }) =>
      name === 'update' && target === 'ingestion_runs' && JSON.stringify(body).includes('"publishing"'),
    delay: delayCommand,
  },
];

const path = (view: string, run: string): string => `/api/views/${view}/ingestions/${run}`;
const cancel = ({ admin }: Side, view: string, run: string) => admin.delete<IngestionRun>(path(view, run));

describe.each([
  ['the process that carries it out', () => pair.first],
  ['another process', () => pair.second],
] as const)('a run that is cancelled through %s', (_, side) => {
  it.each(PHASES.map((each) => [each.phase, each] as const))(
    'publishes nothing while it %s',
    async (__, { view: name, is, delay }) => {
      const view = viewOf(pair, name);
      const gate = Promise.withResolvers<undefined>();
      const waiting = pair.first.proxy.once(is, delay(gate.promise));
      const run = await upload(pair.first, view, 2);
      await waiting.met;
      const { status, body } = await cancel(side(), view, run);
      expect([status, body.status, body.decided_by]).toEqual([200, 'cancelled', 'admin@example.com']);
      gate.resolve(undefined);
      expect(await expectTruth(pair, view, run, { old: 1, next: 2 })).toBe('cancelled');
      await expectNoTrace(run);
    },
    PATIENCE_MS,
  );

  it(
    'does not wait for its turn',
    async () => {
      const view = viewOf(pair);
      const gate = Promise.withResolvers<undefined>();
      const waiting = pair.first.proxy.once(PHASES[0]?.is ?? (() => false), delayReply(gate.promise));
      const ahead = await upload(pair.first, view, 1);
      await waiting.met;
      const run = await upload(pair.first, view, 2);
      expect((await cancel(side(), view, run)).body.status).toBe('cancelled');
      await eventually(async () => expect(await filesOf(run)).toEqual([]));
      gate.resolve(undefined);
      expect(await outcome(pair, ahead)).toBe('unchanged');
      expect(await expectTruth(pair, view, run, { old: 1, next: 2 })).toBe('cancelled');
      await expectNoTrace(run);
    },
    PATIENCE_MS,
  );
});

describe.each([
  ['the process that carries it out', () => pair.first],
  ['another process', () => pair.second],
] as const)('a preview whose publish is cancelled through %s', (_, side) => {
  it.each(PHASES.map((each) => [each.phase, each] as const))(
    'is a preview again while it %s',
    async (__, { view: name, is, delay }) => {
      const view = viewOf(pair, name);
      const shown = await previewed(pair.first.admin, view, 'shown.csv', versionSheet(2));
      const gate = Promise.withResolvers<undefined>();
      const waiting = pair.first.proxy.once(is, delay(gate.promise));
      await pair.first.admin.post(`${path(view, shown.id)}/publish`);
      await waiting.met;
      const { status, body } = await cancel(side(), view, shown.id);
      expect([status, body.id]).toEqual([200, shown.id]);
      gate.resolve(undefined);
      await eventually(async () => {
        const { body: run } = await pair.second.admin.get<IngestionRun>(path(view, shown.id));
        expect(run).toMatchObject({ status: 'preview', decided_by: null, file_kept: true, error: null });
      });
      const { body: changes } = await pair.first.admin.get<Page<RunChange>>(
        `${path(view, shown.id)}/changes`,
      );
      expect([changes.total, changes.items.length]).toEqual([5, 5]);
      for (const each of [pair.first, pair.second]) expect(await versionSeen(each, view)).toBe(1);
      await pair.first.admin.delete(path(view, shown.id));
    },
    PATIENCE_MS,
  );

  it(
    'waits for a decision at once while it waits for its turn',
    async () => {
      const view = viewOf(pair);
      const shown = await previewed(pair.first.admin, view, 'shown.csv', versionSheet(2));
      const gate = Promise.withResolvers<undefined>();
      const waiting = pair.first.proxy.once(PHASES[0]?.is ?? (() => false), delayReply(gate.promise));
      const ahead = await upload(pair.first, view, 1);
      await waiting.met;
      await pair.first.admin.post(`${path(view, shown.id)}/publish`);
      const { status, body } = await cancel(side(), view, shown.id);
      expect([status, body.status, body.decided_by]).toEqual([200, 'preview', null]);
      gate.resolve(undefined);
      expect(await outcome(pair, ahead)).toBe('unchanged');
      const published = await publishHeld(pair.first.admin, shown);
      expect(published.status).toBe('published');
      expect(await outcome(pair, await upload(pair.first, view, 1))).toBe('published');
    },
    PATIENCE_MS,
  );
});

it(
  'cannot be cancelled once its publish is announced',
  async () => {
    const view = viewOf(pair);
    const gate = Promise.withResolvers<undefined>();
    const renaming = pair.first.proxy.once('renameCollection', delayCommand(gate.promise));
    const run = await upload(pair.first, view, 2);
    await renaming.met;
    for (const side of [pair.first, pair.second]) {
      const { status, body } = await cancel(side, view, run);
      expect([status, body]).toEqual([
        409,
        expect.objectContaining({ detail: expect.stringContaining('is being published') as unknown }),
      ]);
    }
    gate.resolve(undefined);
    expect(await expectTruth(pair, view, run, { old: 1, next: 2 })).toBe('published');
    expect((await cancel(pair.first, view, run)).status).toBe(409);
    expect((await cancel(pair.first, view, 'none')).status).toBe(404);
  },
  PATIENCE_MS,
);

/** Nothing of the run is left beside its own document. */
async function expectNoTrace(run: string): Promise<void> {
  const { db } = pair.database;
  await eventually(async () => {
    for (const name of ['record_changes', 'ingestion_findings', 'ingestion_files'])
      expect([name, await db.collection(name).countDocuments({ run_id: run })]).toEqual([name, 0]);
    expect(await filesOf(run)).toEqual([]);
  });
  expect(await db.collection('ingestion_runs').findOne({ id: run })).toMatchObject({
    status: 'cancelled',
    report: null,
    revision: null,
  });
}

const filesOf = async (run: string): Promise<string[]> =>
  (await readdir(join(pair.first.app.dataDir, 'uploads'))).filter((name) => name.includes(run));
