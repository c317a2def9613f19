import { join } from 'node:path';
import { NATIVE_MEMORY } from './lib/native-memory.mjs';
import { ROOT, spawnNode } from './lib/run.mjs';
import { buildStale } from './lib/steps.mjs';
import { whenToldToStop } from './lib/told-to-stop.mjs';

await buildStale();

const main = join(ROOT, 'apps/api/dist/main.js');
const api = spawnNode(['--enable-source-maps', main], { env: NATIVE_MEMORY });
// The terminal sends its interrupt to both; a supervisor signals only this process.
whenToldToStop((signal) => api.kill(signal));
api.once('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
