import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';

// What the product writes is for the user that runs it alone: sales figures, sessions, the installation's secret.
process.umask(0o077);

// Each thread's heap is collected once two fifths more were added: left to itself it grows threefold before, which
// costs a large import 150 MB more than its records take. A collection more now and then is all that this costs.
setFlagsFromString('--heap-growing-percent=40');
// And an import may say that what it no longer needs goes at once.
setFlagsFromString('--expose-gc');

// Before anything else is loaded: the second start then compiles nothing, a fifth less work until it is ready.
// Beside the code, not in the temporary folder, where another user could lay code into it first.
enableCompileCache(join(import.meta.dirname, 'compile-cache'));
const { start } = await import('./start.js');
await start();
