import type { DataFolderHolder } from './errors/data-folder-errors.js';

/** Why the server did not start, in a form that can go from thread to thread. */
export type StartFailure =
  | { kind: 'in-use'; dataDir: string; holder: DataFolderHolder | undefined }
  | { kind: 'too-new'; dataDir: string; found: number; supported: number }
  | { kind: 'not-private'; dataDir: string; path: string; reason: string }
  | { kind: 'unusable'; dataDir: string; reason: string };

/** The first message of the worker: the connection string, or why there is none. */
export type WorkerMessage = { uri: string } | { failure: StartFailure };
