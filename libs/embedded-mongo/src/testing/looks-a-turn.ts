import { jest } from '@jest/globals';
import { Collection, type StoredDocument } from '../storage/collection.js';

/** What a command looked at while it ran. */
interface Looks<T> {
  result: T;
  /** The most documents in one turn of the event loop. */
  most: number;
  /** Turns in which any was looked at. */
  turns: number;
}

/** Runs a command of a server in this thread, and counts the documents that are read from the store meanwhile. */
export async function looksATurn<T>(run: () => Promise<T>): Promise<Looks<T>> {
  const { read, scan } = Collection.prototype;
  let [looks, most, turns, isOver] = [0, 0, 0, false];
  const endTurn = (): void => {
    if (looks > 0) turns++;
    most = Math.max(most, looks);
    looks = 0;
    if (!isOver) setImmediate(endTurn);
  };
  const spies = [
    jest.spyOn(Collection.prototype, 'read').mockImplementation(function (this: Collection, record) {
      looks++;
      return read.call(this, record);
    }),
    jest.spyOn(Collection.prototype, 'scan').mockImplementation(function* (
      this: Collection,
      from?: number,
    ): Generator<StoredDocument> {
      for (const stored of scan.call(this, from)) {
        looks++;
        yield stored;
      }
    }),
  ];
  try {
    setImmediate(endTurn);
    const result = await run();
    isOver = true;
    endTurn();
    return { result, most, turns };
  } finally {
    isOver = true;
    for (const spy of spies) spy.mockRestore();
  }
}
