import type { StoredView } from '../views/stored-view.js';
import { RoomService } from './room.service.js';
import type { RunDocument } from './runs/run-document.js';
import type { WaitingRun, WaitingRunsRepository } from './runs/waiting-runs.repository.js';

const view = { id: 'organic', name: 'Organic' } as StoredView;
const waiting = (id: string, more: Partial<WaitingRun> = {}): WaitingRun => ({
  id,
  view_id: view.id,
  status: 'queued',
  started_by: 'ada@example.com',
  started_at: new Date(Number(id)),
  decided_by: null,
  dry_run: false,
  file_kept: false,
  source: { type: 'csv', name: `${id}.csv`, url: null, size: 1 },
  ...more,
});

/** Runs of which some have begun since they were looked for. */
function roomOf(runs: readonly WaitingRun[], begun: readonly string[] = []): RoomService {
  const repository: Pick<WaitingRunsRepository, 'all' | 'supersede'> = {
    all: () => Promise.resolve([...runs]),
    supersede: (id) => Promise.resolve(!begun.includes(id)),
  };
  return new RoomService(repository as WaitingRunsRepository);
}

const admit = (room: RoomService, run: WaitingRun) => room.admit(view, run as RunDocument);

it('gives the place of a waiting import to a newer one of the same person', async () => {
  const runs = [waiting('1'), waiting('2', { started_by: 'bob@example.com' }), waiting('3')];
  expect(await admit(roomOf(runs), waiting('3'))).toEqual(['1']);
});

it('leaves alone what has begun meanwhile', async () => {
  const runs = [waiting('1'), waiting('2'), waiting('3')];
  expect(await admit(roomOf(runs, ['1']), waiting('3'))).toEqual(['2']);
});

it.each([
  ['a preview', { dry_run: true }],
  ['what somebody decided to publish', { decided_by: 'ada@example.com' }],
  ['a file that is kept', { file_kept: true }],
  ['going back', { source: { type: 'rollback', name: 'Revision 1', url: null, size: 0 } }],
] as const)('leaves its place to %s', async (_, more) => {
  expect(await admit(roomOf([waiting('1', more), waiting('2')]), waiting('2'))).toEqual([]);
});
