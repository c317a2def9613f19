import { parentPort, workerData } from 'node:worker_threads';
import type { EmbeddedMongoOptions } from './server/embedded-mongo.js';
import {
  DataFolderInUseError,
  DataFolderNotPrivateError,
  DataFolderTooNewError,
} from './errors/data-folder-errors.js';
import { startServer } from './server/server.js';
import type { StartFailure, WorkerMessage } from './worker-message.js';

function failureOf(error: unknown): StartFailure {
  if (error instanceof DataFolderInUseError) {
    return { kind: 'in-use', dataDir: error.dataDir, holder: error.holder };
  }
  if (error instanceof DataFolderTooNewError) {
    return { kind: 'too-new', dataDir: error.dataDir, found: error.found, supported: error.supported };
  }
  if (error instanceof DataFolderNotPrivateError) {
    return { kind: 'not-private', dataDir: error.dataDir, path: error.path, reason: error.reason };
  }
  const { dataDir } = workerData as EmbeddedMongoOptions;
  return { kind: 'unusable', dataDir, reason: error instanceof Error ? error.message : String(error) };
}

async function run(): Promise<void> {
  const post = (message: WorkerMessage): void => parentPort?.postMessage(message);
  try {
    const server = await startServer(workerData as EmbeddedMongoOptions);
    parentPort?.once('message', () => void server.close().then(() => parentPort?.close()));
    post({ uri: server.uri });
  } catch (error) {
    post({ failure: failureOf(error) });
    parentPort?.close();
  }
}

await run();
