import type { RunProgress } from '@app/contracts';
import { RoomWaits } from './room-waits.js';

const progress: RunProgress = { phase: 'reading', rows_read: 3, fraction: 0.2 };
const run = { id: 'a', progress, status: 'running' as const };

it('tells of a run that waits for room, until it goes on', () => {
  const waits = new RoomWaits();
  expect(waits.told(run)).toBe(run);
  waits.begin('a');
  expect(waits.told(run).progress).toEqual({ ...progress, phase: 'waiting_for_room' });
  expect(waits.told({ ...run, id: 'b' }).progress).toEqual(progress);
  waits.end('a');
  expect(waits.told(run)).toBe(run);
});

it('leaves a run as it ended, also before its process is through with it', () => {
  const waits = new RoomWaits();
  waits.begin('a');
  const ended = { ...run, status: 'failed' as const };
  expect(waits.told(ended)).toBe(ended);
});
