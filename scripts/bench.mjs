import { join } from 'node:path';
import { readdirSync } from 'node:fs';
import { node, ROOT } from './lib/run.mjs';
import { buildStale } from './lib/steps.mjs';

const EXTENSION = '.bench.mjs';
const folder = join(ROOT, 'test', 'bench');
const all = readdirSync(folder)
  .filter((file) => file.endsWith(EXTENSION))
  .map((file) => file.slice(0, -EXTENSION.length));
const wanted = process.argv[2] ?? '';
const names = all.filter((name) => name.includes(wanted));
if (names.length === 0) {
  console.error(`There is no benchmark "${wanted}". There are: ${all.join(', ')}.`);
  process.exit(1);
}

await buildStale();
// Each benchmark runs in a process of its own: its memory is measured, and none warms up another's code.
let failures = 0;
for (const name of names)
  failures += (await node(join(folder, name + EXTENSION), [], { nodeArgs: ['--expose-gc'] })) === 0 ? 0 : 1;
process.exit(failures === 0 ? 0 : 1);
