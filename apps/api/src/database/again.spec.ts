import { mongo } from 'mongoose';
import { again } from './again.js';

describe('work that is done again', () => {
  const failing = (...errors: Error[]) => {
    const calls = { count: 0 };
    const work = () => {
      calls.count += 1;
      const error = errors.shift();
      return error ? Promise.reject(error) : Promise.resolve('done');
    };
    return { calls, work };
  };
  const cut = () => new mongo.MongoNetworkError('connection closed');
  const stepDown = () => new mongo.MongoServerError({ code: 189, message: 'stepped down' });

  it('returns its result after a connection that was lost once, or a server that stepped down', async () => {
    const { calls, work } = failing(cut(), stepDown());
    expect(await again(work)).toBe('done');
    expect(calls.count).toBe(3);
  });

  it('is given up when it fails a third time', async () => {
    const { calls, work } = failing(cut(), cut(), cut());
    await expect(again(work)).rejects.toThrow('connection closed');
    expect(calls.count).toBe(3);
  });

  it.each([
    ['what the server refuses', new mongo.MongoServerError({ code: 13, message: 'not authorized' })],
    ['what is wrong', new mongo.MongoServerError({ code: 11_000, message: 'duplicate' })],
    ['what was waited for', new mongo.MongoNetworkTimeoutError('timed out')],
  ])('is not tried for %s', async (_, error) => {
    const { calls, work } = failing(error);
    await expect(again(work)).rejects.toBe(error);
    expect(calls.count).toBe(1);
  });
});
