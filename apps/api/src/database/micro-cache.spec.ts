import { jest } from '@jest/globals';
import { MicroCache } from './micro-cache.js';

describe('MicroCache', () => {
  let loads = 0;
  const load = (key: string): Promise<string> => Promise.resolve(`${key}${++loads}`);

  beforeEach(() => {
    loads = 0;
    jest.useFakeTimers();
    jest.advanceTimersByTime(1);
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('loads once for all who ask within its time, and again after it', async () => {
    const cache = new MicroCache(load, 100);
    expect(await Promise.all([cache.read('a'), cache.read('a')])).toEqual(['a1', 'a1']);
    jest.advanceTimersByTime(99);
    expect(await cache.read('a')).toBe('a1');
    jest.advanceTimersByTime(2);
    expect(await cache.read('a')).toBe('a2');
  });

  it('keeps a value a key', async () => {
    const cache = new MicroCache(load, 100);
    const read = [await cache.read('a'), await cache.read('b'), await cache.read('a')];
    expect(read).toEqual(['a1', 'b2', 'a1']);
  });

  it('loads anew once it was told to forget, also while a load is under way', async () => {
    const cache = new MicroCache(load, 100);
    const before = cache.read();
    cache.forget();
    const after = cache.read();
    expect(await Promise.all([before, after, cache.read()])).toEqual(['1', '2', '2']);
  });

  it('keeps no failure', async () => {
    let isDown = true;
    const cache = new MicroCache((key) => (isDown ? Promise.reject(new Error('down')) : load(key)), 100);
    await expect(cache.read()).rejects.toThrow('down');
    isDown = false;
    expect(await cache.read()).toBe('1');
  });

  it('holds no more keys than a rush of readers has', async () => {
    const cache = new MicroCache(load, 100);
    await cache.read('first');
    for (let key = 0; key < 1_000; key += 1) await cache.read(String(key));
    expect(await cache.read('first')).toBe('first1002');
  });
});
