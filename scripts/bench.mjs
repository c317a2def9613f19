import { join } from 'node:path';
import { readdirSync } from 'node:fs';
import { node, ROOT } from './lib/run.mjs';
import { buildStale } from './lib/steps.mjs';

// Each benchmark runs in a process of its own: its memory is measured, and none warms up another's code.
await buildStale();
const folder = join(ROOT, 'test', 'bench');
const wanted = process.argv[2] ?? '';
const files = readdirSync(folder).filter((file) => file.endsWith('.bench.mjs') && file.includes(wanted));

let failures = 0;
for (const file of files)
  failures += (await node(join(folder, file), [], { nodeArgs: ['--expose-gc'] })) === 0 ? 0 : 1;
process.exit(failures === 0 ? 0 : 1);
