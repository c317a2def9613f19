import { Worker } from 'node:worker_threads';
import type { EmbeddedMongo, EmbeddedMongoOptions } from './server/embedded-mongo.js';
import {
  DataFolderInUseError,
  DataFolderNotPrivateError,
  DataFolderTooNewError,
  DataFolderUnusableError,
} from './errors/data-folder-errors.js';
import type { StartFailure, WorkerMessage } from './worker-message.js';

/** What a command makes is gone with its answer: more room would only let garbage lie for longer. */
const YOUNG_MIB = 8;

/**
 * Starts the embedded MongoDB-compatible server in a worker thread of this process. Should the thread fail
 * later, the error is raised as an uncaught exception of this process: a product without its database stops.
 *
 * @throws DataFolderInUseError when another process (or this one) already serves the folder
 * @throws DataFolderNotPrivateError when others can read the folder and that cannot be changed
 * @throws DataFolderTooNewError when a newer build wrote the folder
 * @throws DataFolderUnusableError for any other reason
 * @see docs/database.md
 */
export async function startEmbeddedMongo(options: EmbeddedMongoOptions): Promise<EmbeddedMongo> {
  const worker = new Worker(new URL('./worker.js', import.meta.url), {
    workerData: options,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MIB },
  });
  const exited = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
  const uri = await firstMessage(worker);
  return {
    uri,
    async close() {
      worker.postMessage('close');
      await exited;
    },
  };
}

function firstMessage(worker: Worker): Promise<string> {
  return new Promise((resolve, reject) => {
    worker.once('error', reject);
    // Under `node --watch` a worker also tells which files it loaded: those messages are not ours.
    worker.on('message', (message: Partial<WorkerMessage>) => {
      if ('uri' in message && message.uri !== undefined) resolve(message.uri);
      else if ('failure' in message && message.failure) reject(errorOf(message.failure));
      else return;
      worker.off('error', reject);
    });
  });
}

/** Errors lose their class between threads; those that callers distinguish get it back. */
function errorOf(failure: StartFailure): Error {
  if (failure.kind === 'in-use') return new DataFolderInUseError(failure.dataDir, failure.holder);
  if (failure.kind === 'too-new') {
    return new DataFolderTooNewError(failure.dataDir, failure.found, failure.supported);
  }
  if (failure.kind === 'not-private') {
    return new DataFolderNotPrivateError(failure.dataDir, failure.path, failure.reason);
  }
  return new DataFolderUnusableError(failure.dataDir, failure.reason);
}
