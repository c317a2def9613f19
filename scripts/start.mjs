import { join } from 'node:path';
import { ROOT, spawnNode } from './lib/run.mjs';
import { buildStale } from './lib/steps.mjs';

await buildStale();

const api = spawnNode(['--enable-source-maps', join(ROOT, 'apps/api/dist/main.js')]);
// The terminal sends its interrupt to both; a supervisor signals only this process.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => api.kill(signal));
// npm hands a signal to its shell, which dies of it and tells nobody: being adopted means the same.
const parent = process.ppid;
setInterval(() => process.ppid !== parent && api.kill('SIGTERM'), 500).unref();
api.once('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
