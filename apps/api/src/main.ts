import { ConfigError } from './config/config-error.js';
import { readConfig } from './config/read-config.js';
import { createApp } from './create-app.js';
import { run } from './run.js';
import { whenAsked } from './shutdown.js';

/** Faults that a person can mend by themselves are told in a line, not in a stack. */
const PLAIN = ['DataFolderInUseError', 'DataFolderTooNewError'];

function fail(error: unknown): never {
  const isPlain = error instanceof ConfigError || (error instanceof Error && PLAIN.includes(error.name));
  process.stderr.write(`${isPlain ? error.message : error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(1);
}

try {
  const app = await createApp(readConfig(process.env));
  whenAsked(app);
  await run(app);
} catch (error) {
  fail(error);
}
