import { Worker } from 'node:worker_threads';
import type { RunProgress } from '@app/contracts';
import type { IngestJob, IngestOutcome, WorkerMessage } from './staging/ingest-job.js';

/** A run's worker thread: its outcome, and a way to stop it. */
export interface IngestThread {
  /** Rejects when the thread fails or is stopped. */
  readonly outcome: Promise<IngestOutcome>;
  stop(): Promise<void>;
}

/** Starts the worker on a job. */
export function startIngest(job: IngestJob, onProgress: (progress: RunProgress) => void): IngestThread {
  const worker = new Worker(new URL('./ingest.worker.js', import.meta.url), { workerData: job });
  const outcome = new Promise<IngestOutcome>((resolve, reject) => {
    // Under `node --watch` a thread also tells which files it loaded: those messages are not ours.
    worker.on('message', (message: Partial<WorkerMessage>) => {
      if (message.type === 'done' && message.outcome) resolve(message.outcome);
      else if (message.type === 'progress' && message.progress) onProgress(message.progress);
    });
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`The thread that read the file ended early (${code}).`)));
  });
  return {
    outcome,
    stop: async () => {
      await worker.terminate();
    },
  };
}
