import { Worker } from 'node:worker_threads';
import { Injectable } from '@nestjs/common';
import type { RunProgress } from '@app/contracts';
import { Config } from '../config/config.js';
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

/** A sheet is looked at, then published; a morning's sheets come one after the other. */
const WAITS_MS = 60_000;

/** It leaves the database as it should, then ends. */
const dismiss = (worker: Worker): void => worker.postMessage(null);

/**
 * The worker threads of imports. To load what an import needs takes ten times as long as to bring a small sheet in, so
 * a thread that has little in its memory waits a minute for the next run.
 */
@Injectable()
export class IngestThreads {
  private waiting: { readonly worker: Worker; readonly end: NodeJS.Timeout } | null = null;

  constructor(private readonly config: Config) {}

  /** Starts a thread on a job. Beyond `INGEST_MEMORY_MIB` the thread ends, never the process. */
  start(job: IngestJob, onProgress: (progress: RunProgress) => void): IngestThread {
    // What goes wrong in a thread after its run is over concerns nobody: the next run finds that it ended.
    const worker = this.takeWaiting() ?? this.spawn().on('error', () => undefined);
    const { promise, resolve, reject } = Promise.withResolvers<IngestOutcome>();
    const end = (how: () => void): void => {
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
      how();
    };
    // Under `node --watch` a thread also tells which files it loaded: those messages are not ours.
    const onMessage = (message: Partial<WorkerMessage>): void => {
      if (message.type === 'progress' && message.progress) onProgress(message.progress);
      if (message.type !== 'done' || !message.outcome) return;
      const { outcome, isLight } = message as Extract<WorkerMessage, { type: 'done' }>;
      end(() => resolve(outcome));
      if (isLight && !this.waiting) this.letWait(worker);
      else dismiss(worker);
    };
    const onError = (error: Error & { code?: unknown }): void =>
      end(() =>
        reject(
          error.code === 'ERR_WORKER_OUT_OF_MEMORY'
            ? new OutOfMemoryError(this.config.ingestMemoryMib)
            : error,
        ),
      );
    const onExit = (code: number): void =>
      end(() => reject(new Error(`The thread that read the file ended early (${code}).`)));
    worker.on('message', onMessage).once('error', onError).once('exit', onExit);
    worker.postMessage(job);
    return {
      outcome: promise,
      stop: async () => {
        // One that is done may wait already, or work on another run.
        if (worker.listeners('exit').includes(onExit)) await worker.terminate();
      },
    };
  }

  protected spawn(): Worker {
    return new Worker(new URL('./ingest.worker.js', import.meta.url), {
      resourceLimits: {
        maxOldGenerationSizeMb: this.config.ingestMemoryMib,
        maxYoungGenerationSizeMb: YOUNG_MIB,
      },
    });
  }

  private letWait(worker: Worker): void {
    const end = setTimeout(() => {
      this.waiting = null;
      dismiss(worker);
    }, WAITS_MS).unref();
    worker.unref();
    worker.once('exit', this.forget);
    this.waiting = { worker, end };
  }

  private takeWaiting(): Worker | null {
    if (!this.waiting) return null;
    const { worker, end } = this.waiting;
    clearTimeout(end);
    this.forget();
    worker.off('exit', this.forget);
    worker.ref();
    return worker;
  }

  private readonly forget = (): void => {
    this.waiting = null;
  };
}
