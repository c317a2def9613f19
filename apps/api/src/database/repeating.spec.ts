import { jest } from '@jest/globals';
import { Repeating } from './repeating.js';

describe('Repeating', () => {
  let calls: number;
  let failures: unknown[];
  const repeating = (work: () => Promise<void>): Repeating =>
    new Repeating(
      1_000,
      () => {
        calls += 1;
        return work();
      },
      (error) => failures.push(error),
    );

  beforeEach(() => {
    jest.useFakeTimers();
    calls = 0;
    failures = [];
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('works after each interval, until it is stopped', async () => {
    const looks = repeating(() => Promise.resolve());
    looks.start();
    await jest.advanceTimersByTimeAsync(2_000);
    looks.stop();
    await jest.advanceTimersByTimeAsync(2_000);
    expect(calls).toBe(2);
  });

  it('begins nothing while the work goes on', async () => {
    repeating(() => new Promise(() => undefined)).start();
    await jest.advanceTimersByTimeAsync(5_000);
    expect(calls).toBe(1);
  });

  it('goes on after a failure, and reports it', async () => {
    repeating(() => Promise.reject(new Error('away'))).start();
    await jest.advanceTimersByTimeAsync(2_000);
    expect([calls, failures]).toEqual([2, [new Error('away'), new Error('away')]]);
  });

  it('neither reports a failure nor begins again once it is stopped', async () => {
    const looks = repeating(() => {
      looks.stop();
      return Promise.reject(new Error('closed'));
    });
    looks.start();
    await jest.advanceTimersByTimeAsync(3_000);
    expect([calls, failures]).toEqual([1, []]);
  });
});
