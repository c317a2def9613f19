import type { RunStatus } from '@app/contracts';
import { run } from '../../testing/answers';
import { healthOf } from './health';

const runs = (...statuses: RunStatus[]) => statuses.map((status, at) => run({ id: `run-${at}`, status }));

it('counts what went through, and what did not', () => {
  const { runs: counted, well } = healthOf(runs('published', 'failed', 'unchanged', 'held'));
  expect([counted.length, well]).toEqual([4, 2]);
});

it('leaves out what somebody ended, and what goes on', () => {
  expect(healthOf(runs('running', 'cancelled', 'discarded', 'preview', 'queued')).runs).toEqual([]);
});

it('takes the sample, brought or removed, for no import', () => {
  const source = { type: 'sample' as const, name: 'Sample data', url: null, size: 900 };
  expect(healthOf([run({ source: { ...source, size: 0 } }), run({ source })]).runs).toEqual([]);
});

it('looks at the last ten', () => {
  const statuses = Array.from({ length: 12 }, (_, at): RunStatus => (at < 10 ? 'failed' : 'published'));
  expect(healthOf(runs(...statuses))).toMatchObject({ well: 0, runs: { length: 10 } });
});
