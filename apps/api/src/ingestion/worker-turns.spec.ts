import { WorkerTurns } from './worker-turns.js';

it('lets so many go on at a time, the others in their order', async () => {
  const turns = new WorkerTurns(2);
  const began: string[] = [];
  const ends = new Map<string, () => void>();
  const begin = (name: string) =>
    turns.take().then((end) => {
      began.push(name);
      ends.set(name, end);
    });
  const all = ['a', 'b', 'c', 'd'].map(begin);
  await Promise.all(all.slice(0, 2));
  expect(began).toEqual(['a', 'b']);
  ends.get('b')?.();
  // Only one place is free, however often it is given back.
  ends.get('b')?.();
  await all[2];
  expect(began).toEqual(['a', 'b', 'c']);
  ends.get('a')?.();
  await all[3];
  expect(began).toEqual(['a', 'b', 'c', 'd']);
});
