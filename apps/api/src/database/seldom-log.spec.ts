import { jest } from '@jest/globals';
import { SeldomLog } from './seldom-log.js';

describe('a log of what keeps failing', () => {
  let said: string[];
  let log: SeldomLog;
  beforeEach(() => {
    jest.useFakeTimers();
    said = [];
    log = new SeldomLog((message) => said.push(message));
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('reports it once, and then once a minute', () => {
    for (let second = 0; second < 61; second += 1) {
      log.failed('looking', 'no server answers');
      jest.advanceTimersByTime(1_000);
    }
    expect(said).toEqual(Array(2).fill('looking failed: no server answers'));
  });

  it('reports another reason at once, and each kind of work separately', () => {
    log.failed('looking', 'one');
    log.failed('looking', 'two');
    log.failed('renewing', 'two');
    expect(said).toEqual(['looking failed: one', 'looking failed: two', 'renewing failed: two']);
  });

  it('reports it anew after the work has succeeded', () => {
    log.failed('looking', 'one');
    log.worked('looking');
    log.failed('looking', 'one');
    expect(said).toHaveLength(2);
  });
});
