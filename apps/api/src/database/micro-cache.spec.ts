import { jest } from '@jest/globals';
import { MicroCache } from './micro-cache.js';

describe('a short memory', () => {
  let loads = 0;
  const load = (): Promise<number> => Promise.resolve(++loads);

  beforeEach(() => {
    loads = 0;
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('loads once for all who ask within its time, and again after it', async () => {
    const memory = new MicroCache(load, 100);
    expect(await Promise.all([memory.read(), memory.read()])).toEqual([1, 1]);
    jest.advanceTimersByTime(99);
    expect(await memory.read()).toBe(1);
    jest.advanceTimersByTime(1);
    expect(await memory.read()).toBe(2);
  });

  it('loads anew once it was told to forget, also while a load is under way', async () => {
    const memory = new MicroCache(load, 100);
    const before = memory.read();
    memory.forget();
    const after = memory.read();
    expect(await Promise.all([before, after, memory.read()])).toEqual([1, 2, 2]);
  });

  it('keeps no failure', async () => {
    let isDown = true;
    const memory = new MicroCache(() => (isDown ? Promise.reject(new Error('down')) : load()), 100);
    await expect(memory.read()).rejects.toThrow('down');
    isDown = false;
    expect(await memory.read()).toBe(1);
  });
});
