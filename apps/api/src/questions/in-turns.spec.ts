import { inTurns } from './in-turns.js';

describe('inTurns', () => {
  it('lets other requests be answered between two slices', async () => {
    const seen: string[] = [];
    function* slices(): Generator<undefined, string, undefined> {
      for (const slice of ['first', 'second']) {
        seen.push(slice);
        setImmediate(() => seen.push('others'));
        yield;
      }
      return 'done';
    }
    expect(await inTurns(slices())).toBe('done');
    expect(seen).toEqual(['first', 'others', 'second', 'others']);
  });

  it('fails when its work fails', async () => {
    await expect(
      inTurns(
        (function* (): Generator<undefined, never, undefined> {
          yield;
          throw new Error('broken');
        })(),
      ),
    ).rejects.toThrow('broken');
  });
});
