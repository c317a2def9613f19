import { jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { Startup } from '../database/startup.js';
import { HourlyWork } from './hourly-work.service.js';
import type { LeasesService } from './leases.service.js';

const HOUR_MS = 3_600_000;

describe('HourlyWork', () => {
  let isFree: boolean;
  let calls: string[];
  let warned: jest.SpiedFunction<Logger['warn']>;
  const log = new Logger('Test');

  beforeEach(() => {
    jest.useFakeTimers();
    isFree = true;
    calls = [];
    warned = jest.spyOn(log, 'warn').mockReturnValue();
  });
  afterEach(() => {
    warned.mockRestore();
    jest.useRealTimers();
  });

  async function started(run: () => Promise<void> = () => Promise.resolve()): Promise<HourlyWork> {
    const leases: Pick<LeasesService, 'take' | 'release'> = {
      take: (name) => (isFree && calls.push(`take ${name}`), Promise.resolve(isFree)),
      release: (name) => (calls.push(`release ${name}`), Promise.resolve()),
    };
    const startup = new Startup();
    const work = new HourlyWork(startup, leases as LeasesService);
    const task = { name: 'sweeping', lease: 'broom', log, failure: 'Not swept' };
    work.add({ ...task, run: () => (calls.push('run'), run()) });
    await startup.run();
    await jest.advanceTimersByTimeAsync(0);
    return work;
  }

  const ONCE = ['take broom', 'run', 'release broom'];

  it('works at the start and each hour under its lease, until the process stops', async () => {
    const work = await started();
    expect(calls).toEqual(ONCE);
    await jest.advanceTimersByTimeAsync(HOUR_MS);
    expect(calls).toEqual([...ONCE, ...ONCE]);
    work.onApplicationShutdown();
    await jest.advanceTimersByTimeAsync(2 * HOUR_MS);
    expect(calls).toEqual([...ONCE, ...ONCE]);
  });

  it('leaves it to whoever has the lease, and asks again', async () => {
    isFree = false;
    await started();
    expect(calls).toEqual([]);
    isFree = true;
    await jest.advanceTimersByTimeAsync(HOUR_MS);
    expect(calls).toEqual(ONCE);
  });

  it('tells of a failure at the start and later, and gives the lease back', async () => {
    await started(() => Promise.reject(new Error('away')));
    await jest.advanceTimersByTimeAsync(HOUR_MS);
    expect(calls).toEqual([...ONCE, ...ONCE]);
    expect(warned.mock.calls.map(([text]) => String(text).split('\n')[0])).toEqual([
      expect.stringMatching(/^Not swept: .*away/),
      expect.stringMatching(/^Not swept: .*away/),
    ]);
  });

  it('does not keep the start waiting', async () => {
    await started(() => new Promise(() => undefined));
    expect(calls).toEqual(['take broom', 'run']);
  });
});
