import type { RunPhase, RunStatus } from '@app/contracts';
import type { WatchedRun } from '../ingestion/runs/watched-runs.repository.js';
import { RunWatch } from './run-watch.js';

const run = (status: RunStatus, phase: RunPhase, fraction = 0, id = 'run-1'): WatchedRun => ({
  id,
  view_id: 'view-organic',
  status,
  started_by: 'organic@example.com',
  source: { type: 'csv', name: 'organic.csv', url: null, size: 10 },
  progress: { phase, rows_read: 0, fraction },
  revision: status === 'published' ? 3 : null,
});
const served = () => true;

let watch: RunWatch;
beforeEach(() => {
  watch = new RunWatch();
});

const statuses = (runs: WatchedRun[], now = 0, isServed: (of: WatchedRun) => boolean = served) =>
  watch.look(runs, now, isServed).map(({ id, status }) => [id, status]);

it('tells what has changed since the last look, and only that', () => {
  const waiting = run('queued', 'waiting', 0, 'run-2');
  expect(statuses([run('running', 'reading', 0.1), waiting])).toEqual([
    ['run-1', 'running'],
    ['run-2', 'queued'],
  ]);
  expect(statuses([run('running', 'reading', 0.1), waiting])).toEqual([]);
  expect(statuses([run('running', 'reading', 0.2), waiting])).toEqual([['run-1', 'running']]);
  expect(watch.open).toEqual(['run-1', 'run-2']);
  expect(statuses([run('failed', 'done', 1), waiting])).toEqual([['run-1', 'failed']]);
  expect(watch.open).toEqual(['run-2']);
});

it('keeps an eye on what waits for a decision', () => {
  watch.look([run('held', 'done', 1), run('preview', 'done', 1, 'run-2')], 0, served);
  expect(watch.open).toEqual(['run-1', 'run-2']);
  expect(statuses([run('discarded', 'done', 1), run('preview', 'done', 1, 'run-2')])).toEqual([
    ['run-1', 'discarded'],
  ]);
  expect(watch.open).toEqual(['run-2']);
});

it('forgets runs that are not there any more', () => {
  watch.look([run('cancelled', 'done')], 0, served);
  expect(watch.state).toHaveLength(1);
  watch.look([], 500, served);
  expect(watch.state).toEqual([]);
});

it('says that a run is published once readers have its data', () => {
  watch.look([run('running', 'building', 0.9)], 0, served);
  expect(statuses([run('published', 'done', 1)], 500, () => false)).toEqual([]);
  expect(watch.state).toMatchObject([{ status: 'running' }]);
  expect(statuses([run('published', 'done', 1)], 1_000)).toEqual([['run-1', 'published']]);
});

it('says how long a run will take, from the moment when it is measured, and anew when it begins anew', () => {
  const left = (of: WatchedRun, now: number) => watch.look([of], now, served)[0]?.time_left_ms;
  expect(left(run('queued', 'waiting'), 0)).toBeNull();
  expect(left(run('running', 'reading', 0.1), 60_000)).toBeNull();
  expect(left(run('running', 'reading', 0.4), 63_000)).toBe(6_000);
  expect(left(run('preview', 'done', 1), 70_000)).toBeNull();
  expect(left(run('running', 'reading', 0.1), 90_000)).toBeNull();
  expect(left(run('running', 'storing', 0.5), 94_000)).toBe(5_000);
});
