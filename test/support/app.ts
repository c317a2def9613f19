import { jest } from '@jest/globals';
import { endAll } from './product.js';

export * from './product.js';

// Starting a process takes longer than Jest's five seconds on a busy machine.
jest.setTimeout(90_000);

afterAll(endAll);
