import { endAll } from './running-app.js';

export * from './running-app.js';

afterAll(endAll);
