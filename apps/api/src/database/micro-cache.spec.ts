import { jest } from '@jest/globals';
import { MicroCache } from './micro-cache.js';

/** A cache whose loads end, in the order in which they began, when they are told to. */
function slow() {
  const ends: PromiseWithResolvers<string>[] = [];
  let begun = 0;
  let ended = 0;
  const endOf = (at: number) => (ends[at] ??= Promise.withResolvers<string>());
  const cache = new MicroCache(() => endOf(begun++).promise, 100);
  return {
    cache,
    finish: (value: string) => endOf(ended++).resolve(value),
    fail: () => endOf(ended++).reject(new Error('down')),
  };
}

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

  it('has a value read anew in the second half of its time, while it still answers', async () => {
    const { cache, finish } = slow();
    finish('a');
    expect(await cache.read()).toBe('a');
    jest.advanceTimersByTime(51);
    expect([await cache.read(), await cache.read()]).toEqual(['a', 'a']);
    finish('b');
    await Promise.resolve();
    expect(await cache.read()).toBe('b');
    // The age of what was read anew counts from when that began.
    jest.advanceTimersByTime(99);
    finish('c');
    expect(await cache.read()).toBe('b');
    jest.advanceTimersByTime(2);
    expect(await cache.read()).toBe('c');
  });

  it('waits for what is read anew once the time is over', async () => {
    const { cache, finish } = slow();
    finish('a');
    await cache.read();
    jest.advanceTimersByTime(51);
    await cache.read();
    jest.advanceTimersByTime(50);
    const late = cache.read();
    finish('b');
    finish('c');
    expect(await late).toBe('c');
    expect(await cache.read()).toBe('c');
  });

  it('does not bring back what was read before it was told to forget', async () => {
    const { cache, finish } = slow();
    finish('a');
    await cache.read();
    jest.advanceTimersByTime(51);
    await cache.read();
    cache.forget();
    const after = cache.read();
    finish('b');
    finish('c');
    expect([await after, await cache.read()]).toEqual(['c', 'c']);
  });

  it('tells the next reader when reading anew fails', async () => {
    const { cache, finish, fail } = slow();
    finish('a');
    await cache.read();
    jest.advanceTimersByTime(51);
    expect(await cache.read()).toBe('a');
    fail();
    await jest.advanceTimersByTimeAsync(0);
    const next = cache.read();
    fail();
    await expect(next).rejects.toThrow('down');
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
