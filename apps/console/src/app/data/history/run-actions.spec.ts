import type { RunStatus } from '@app/contracts';
import { run } from '../../testing/answers';
import { backTo, undoOf } from './run-actions';

const at = (revision: number, status: RunStatus = 'published') =>
  run({ id: `run-${revision}`, revision, status });

it('undoes what the view shows by going back to the publish before it, whichever was begun first', () => {
  const runs = [at(7), at(9, 'failed'), at(8), at(6)];
  expect(undoOf(runs, 8)).toEqual({ of: 'run-8', to: 'run-7' });
  expect(undoOf(runs.toReversed(), 8)).toEqual({ of: 'run-8', to: 'run-7' });
});

it.each([
  ['there is no earlier one', [at(8)]],
  ['the one that is shown is not among them', [at(7), at(6)]],
  ['the one before it is not among them', [at(8), at(6)]],
])('undoes nothing when %s', (_, runs) => {
  expect(undoOf(runs, 8)).toBeNull();
});

it('goes back to what was published before, not to what is shown', () => {
  expect([...backTo([at(7), at(9, 'unchanged'), at(8), at(6)], 8)]).toEqual(['run-7', 'run-6']);
});

it('goes back to no sample', () => {
  const sample = { ...at(7), source: { type: 'sample' as const, name: 'Sample data', url: null, size: 1 } };
  const both = [at(8), sample];
  expect([...backTo(both, 8)]).toEqual([]);
  expect(undoOf(both, 8)).toBeNull();
});
