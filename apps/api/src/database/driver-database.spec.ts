import type { Connection } from 'mongoose';
import { toProblem } from '../http/problem-answer.js';
import { driverDatabase } from './driver-database.js';

describe('driverDatabase', () => {
  it('answers 503 before the first connection', () => {
    const unconnected = { db: undefined } as Connection;
    let thrown: unknown;
    try {
      driverDatabase(unconnected);
    } catch (error) {
      thrown = error;
    }
    expect(toProblem(thrown).getStatus()).toBe(503);
  });
});
