import { jest } from '@jest/globals';
import { collectGarbage } from './collect-garbage.js';

describe('collectGarbage', () => {
  const place = globalThis as { gc?: unknown };
  const { gc: before } = place;
  const collect = jest.fn();
  beforeEach(() => {
    place.gc = collect.mockReset();
  });
  afterAll(() => {
    place.gc = before;
  });

  it('collects where a thread holds more than is worth it', () => {
    collectGarbage(0);
    expect(collect).toHaveBeenCalledTimes(1);
  });

  it('leaves a small heap alone', () => {
    collectGarbage(Number.MAX_SAFE_INTEGER);
    expect(collect).not.toHaveBeenCalled();
  });

  it('does nothing where the process does not allow it', () => {
    delete place.gc;
    expect(() => {
      collectGarbage(0);
    }).not.toThrow();
  });
});
