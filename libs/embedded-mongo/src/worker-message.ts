/** Why the server did not start, in a form that can go from thread to thread. */
export type StartFailure =
  | { kind: 'in-use'; dataDir: string; pid: number; address: string }
  | { kind: 'too-new'; dataDir: string; found: number; supported: number }
  | { kind: 'other'; message: string };

/** The first message of the worker: the connection string, or why there is none. */
export type WorkerMessage = { uri: string } | { failure: StartFailure };
