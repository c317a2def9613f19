import { slices, writeBehind } from './write-behind.js';

describe('writeBehind', () => {
  it('writes every batch in order, one at a time', async () => {
    const written: number[][] = [];
    let underWay = 0;
    await writeBehind(slices([1, 2, 3, 4, 5], 2), async (batch) => {
      underWay += 1;
      expect(underWay).toBe(1);
      await new Promise((resolve) => setTimeout(resolve, 5));
      written.push(batch);
      underWay -= 1;
    });
    expect(written).toEqual([[1, 2], [3, 4], [5]]);
  });

  it('stops at the first write that fails', async () => {
    const written: number[] = [];
    const writing = writeBehind([1, 2, 3], (batch) => {
      written.push(batch);
      return batch === 2 ? Promise.reject(new Error('disk full')) : Promise.resolve();
    });
    await expect(writing).rejects.toThrow('disk full');
    expect(written).toEqual([1, 2]);
  });

  it('fails when a batch cannot be made', async () => {
    const broken = [Promise.resolve(1), Promise.reject(new Error('unreadable'))];
    await expect(writeBehind(broken, () => Promise.resolve())).rejects.toThrow('unreadable');
  });
});
