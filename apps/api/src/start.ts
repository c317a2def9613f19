import { keepPrivate } from '@app/embedded-mongo';
import { ConfigError } from './config/config-error.js';
import { readConfig } from './config/read-config.js';
import { createApp } from './create-app.js';
import { run } from './run.js';
import { stopOnSignal } from './shutdown.js';

/** Errors that the person who starts the product can mend: told in a line, without a stack. */
const PLAIN = [
  'DataFolderInUseError',
  'DataFolderNotPrivateError',
  'DataFolderTooNewError',
  'DataFolderUnusableError',
];

/** Starts the product; what keeps it from starting is told on standard error, with exit code 1. */
export async function start(): Promise<void> {
  try {
    const config = readConfig(process.env);
    keepPrivate(config.dataDir);
    const app = await createApp(config);
    stopOnSignal(app);
    await run(app);
  } catch (error) {
    process.stderr.write(`${describe(error)}\n`);
    process.exit(1);
  }
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const isPlain = error instanceof ConfigError || PLAIN.includes(error.name) || 'syscall' in error;
  return isPlain ? error.message : (error.stack ?? error.message);
}
