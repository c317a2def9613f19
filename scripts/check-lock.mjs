import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lockFaults } from './lib/lock-faults.mjs';
import { ROOT } from './lib/run.mjs';

const faults = lockFaults(JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')));
for (const fault of faults) console.error(fault);
process.exit(faults.length === 0 ? 0 : 1);
