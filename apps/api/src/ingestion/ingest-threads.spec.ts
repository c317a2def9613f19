import { EventEmitter } from 'node:events';
import type { Worker } from 'node:worker_threads';
import { jest } from '@jest/globals';
import type { Config } from '../config/config.js';
import { IngestThreads, OutOfMemoryError } from './ingest-threads.js';
import type { IngestJob, IngestOutcome } from './staging/ingest-job.js';

const JOB = { runId: 'r-1' } as IngestJob;
const UNCHANGED = { kind: 'unchanged' } as IngestOutcome;

/** A thread that says what a spec lets it say. */
class FakeThread extends EventEmitter {
  readonly told: unknown[] = [];
  readonly ref = jest.fn();
  readonly unref = jest.fn();
  readonly postMessage = (message: unknown): void => void this.told.push(message);

  done(isLight: boolean): void {
    this.emit('message', { type: 'done', outcome: UNCHANGED, isLight });
  }

  terminate(): Promise<number> {
    this.emit('exit', 1);
    return Promise.resolve(1);
  }
}

class FakeThreads extends IngestThreads {
  readonly all: FakeThread[] = [];

  constructor() {
    super({ ingestMemoryMib: 512 } as Config);
  }

  protected override spawn(): Worker {
    const thread = new FakeThread();
    this.all.push(thread);
    return thread as unknown as Worker;
  }

  run() {
    return this.start(JOB, () => undefined);
  }
}

let threads: FakeThreads;
const thread = (at: number): FakeThread => threads.all[at]!;

beforeEach(() => {
  jest.useFakeTimers();
  threads = new FakeThreads();
});
afterEach(() => jest.useRealTimers());

it('gives the next run to a thread that has little in its memory', async () => {
  const first = threads.run();
  thread(0).done(true);
  expect(await first.outcome).toBe(UNCHANGED);
  const second = threads.run();
  expect([threads.all.length, thread(0).told]).toEqual([1, [JOB, JOB]]);
  await first.stop();
  thread(0).done(true);
  expect(await second.outcome).toBe(UNCHANGED);
});

it('lets a thread go that carried a large sheet, and a second one that waits', () => {
  threads.run();
  thread(0).done(false);
  threads.run();
  threads.run();
  thread(1).done(true);
  thread(2).done(true);
  expect(threads.all.map(({ told }) => told)).toEqual([[JOB, null], [JOB], [JOB, null]]);
});

it('lets a thread go that waited for a minute', () => {
  threads.run();
  thread(0).done(true);
  jest.advanceTimersByTime(60_000);
  threads.run();
  expect([threads.all.length, thread(0).told]).toEqual([2, [JOB, null]]);
});

it('starts another thread where one failed, was stopped or ended while it waited', async () => {
  const failed = threads.run();
  thread(0).emit('error', Object.assign(new Error('heap'), { code: 'ERR_WORKER_OUT_OF_MEMORY' }));
  await expect(failed.outcome).rejects.toBeInstanceOf(OutOfMemoryError);
  const stopped = threads.run();
  await Promise.all([stopped.stop(), expect(stopped.outcome).rejects.toThrow('ended early (1)')]);
  threads.run();
  thread(2).done(true);
  thread(2).emit('error', new Error('late'));
  thread(2).emit('exit', 1);
  threads.run();
  expect(threads.all).toHaveLength(4);
});
