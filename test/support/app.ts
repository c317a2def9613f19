import { jest } from '@jest/globals';
import { endAll } from './running-app.js';

export * from './running-app.js';

// Starting a process takes longer than Jest's five seconds on a busy machine.
jest.setTimeout(90_000);

afterAll(endAll);
