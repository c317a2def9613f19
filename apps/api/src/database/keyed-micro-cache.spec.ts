import { jest } from '@jest/globals';
import { KeyedMicroCache } from './keyed-micro-cache.js';

describe('short memories', () => {
  const loaded: string[] = [];
  const load = (key: string): Promise<string> => {
    loaded.push(key);
    return Promise.resolve(`${key}${loaded.length}`);
  };

  beforeEach(() => {
    loaded.length = 0;
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('keep a value a key', async () => {
    const memories = new KeyedMicroCache(load, 100);
    expect([await memories.read('a'), await memories.read('b'), await memories.read('a')]).toEqual([
      'a1',
      'b2',
      'a1',
    ]);
  });

  it('forget one key, also while it is being loaded', async () => {
    const memories = new KeyedMicroCache(load, 100);
    const [early] = [memories.read('a'), memories.read('b')];
    memories.forget('a');
    expect([await early, await memories.read('a'), await memories.read('b')]).toEqual(['a1', 'a3', 'b2']);
  });

  it('load anew when the time is over', async () => {
    const memories = new KeyedMicroCache(load, 100);
    await memories.read('a');
    jest.advanceTimersByTime(100);
    expect(await memories.read('a')).toBe('a2');
  });

  it('hold no more keys than a rush of readers has', async () => {
    const memories = new KeyedMicroCache(load, 100);
    await memories.read('first');
    for (let key = 0; key < 10_000; key += 1) await memories.read(String(key));
    await memories.read('first');
    expect(loaded.filter((key) => key === 'first')).toHaveLength(2);
  });
});
