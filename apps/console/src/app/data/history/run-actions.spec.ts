import type { RunStatus } from '@app/contracts';
import { run } from '../../testing/answers';
import { backTo, undoOf } from './run-actions';

const runs = (...statuses: RunStatus[]) => statuses.map((status, at) => run({ id: `run-${at}`, status }));

it('undoes the newest publish by going back to the one before it', () => {
  expect(undoOf(runs('held', 'published', 'failed', 'published'))).toEqual({ of: 'run-1', to: 'run-3' });
  expect(undoOf(runs('published'))).toBeNull();
});

it('goes back to what was published before, not to what is shown', () => {
  expect([...backTo(runs('published', 'unchanged', 'published', 'published'))]).toEqual(['run-2', 'run-3']);
});

it('goes back to no sample', () => {
  const sample = run({ id: 'sample', source: { type: 'sample', name: 'Sample data', url: null, size: 1 } });
  const both = [run({ id: 'run-0' }), sample];
  expect([...backTo(both)]).toEqual([]);
  expect(undoOf(both)).toBeNull();
});
