import { parentPort, workerData } from 'node:worker_threads';
import { DataFolderInUseError, DataFolderTooNewError } from './errors.js';
import { startServer } from './server/server.js';
import type { EmbeddedMongoOptions } from './start.js';

/** Why the server did not start, in a form that can go from thread to thread. */
export type StartFailure =
  | { kind: 'in-use'; dataDir: string; pid: number; address: string }
  | { kind: 'too-new'; dataDir: string; found: number; supported: number }
  | { kind: 'other'; message: string };

/** The first message of the worker: the connection string, or why there is none. */
export type WorkerMessage = { uri: string } | { failure: StartFailure };

function failureOf(error: unknown): StartFailure {
  if (error instanceof DataFolderInUseError) {
    return { kind: 'in-use', dataDir: error.dataDir, pid: error.holderPid, address: error.holderAddress };
  }
  if (error instanceof DataFolderTooNewError) {
    return { kind: 'too-new', dataDir: error.dataDir, found: error.found, supported: error.supported };
  }
  return { kind: 'other', message: error instanceof Error ? error.message : String(error) };
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
