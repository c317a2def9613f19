import { Worker } from 'node:worker_threads';
import type { RunProgress } from '@app/contracts';
import type { IngestJob, IngestOutcome, WorkerMessage } from './staging/ingest-job.js';

/** A run's worker thread: its outcome, and a way to stop it. */
export interface IngestThread {
  /** Rejects when the thread fails or is stopped. */
  readonly outcome: Promise<IngestOutcome>;
  stop(): Promise<void>;
}

/** A file that does not fit into the memory that a worker may use. */
export class OutOfMemoryError extends Error {
  override readonly name = 'OutOfMemoryError';

  constructor(limitMib: number) {
    super(
      `Bringing this file in needs more memory than an import may use (${limitMib} MiB). The data is as it was before: ` +
        'split the sheet, or ask whoever operates the product to raise INGEST_MEMORY_MIB.',
    );
  }
}

/** Most of what a run makes lives for one batch: more room would only let garbage lie for longer. */
const YOUNG_MIB = 8;

/**
 * Starts the worker on a job.
 *
 * @param memoryMib what its heap may hold: beyond it the thread ends, never the process
 */
export function startIngest(
  job: IngestJob,
  memoryMib: number,
  onProgress: (progress: RunProgress) => void,
): IngestThread {
  const worker = new Worker(new URL('./ingest.worker.js', import.meta.url), {
    workerData: job,
    resourceLimits: { maxOldGenerationSizeMb: memoryMib, maxYoungGenerationSizeMb: YOUNG_MIB },
  });
  const outcome = new Promise<IngestOutcome>((resolve, reject) => {
    // Under `node --watch` a thread also tells which files it loaded: those messages are not ours.
    worker.on('message', (message: Partial<WorkerMessage>) => {
      if (message.type === 'done' && message.outcome) resolve(message.outcome);
      else if (message.type === 'progress' && message.progress) onProgress(message.progress);
    });
    worker.once('error', (error: Error & { code?: unknown }) => {
      reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new OutOfMemoryError(memoryMib) : error);
    });
    worker.once('exit', (code) => reject(new Error(`The thread that read the file ended early (${code}).`)));
  });
  return {
    outcome,
    stop: async () => {
      await worker.terminate();
    },
  };
}
