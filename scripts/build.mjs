import { buildStale } from './lib/steps.mjs';

await buildStale();
