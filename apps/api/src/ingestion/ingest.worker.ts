import { parentPort } from 'node:worker_threads';
import { MongoClient } from 'mongodb';
import { memoryOf } from '../datasets/staged-records.js';
import { wakeWritersOfClosedSockets } from '../database/closed-sockets.js';
import { watchHeartbeats } from '../database/heartbeat-watch.js';
import { collectGarbage, isLight } from './staging/collect-garbage.js';
import { ingest } from './staging/ingest.js';
import type { IngestJob, WorkerMessage } from './staging/ingest-job.js';

/** One run, with a connection of its own, off the event loop of the API. */
async function work(job: IngestJob): Promise<void> {
  const client = new MongoClient(job.uri, job.clientOptions);
  // Whatever waits for an answer fails then, and with it the run.
  const endWatch = watchHeartbeats(client, () => void client.close().catch(() => undefined));
  try {
    await client.connect();
    const ingested = await ingest(job, client.db(job.dbName), (phase, rowsRead, fraction) => {
      say({ type: 'progress', progress: { phase, rows_read: rowsRead, fraction } });
    });
    const wasLight = isLight();
    // The deals go before their columns are copied into place.
    collectGarbage();
    const records = ingested.kind === 'staged' ? (ingested.records?.build() ?? null) : null;
    const outcome = ingested.kind === 'staged' ? { ...ingested, records } : ingested;
    say({ type: 'done', outcome, isLight: wasLight }, records ? memoryOf(records) : []);
  } finally {
    endWatch();
    // Whoever waits for the outcome has it, or has an error that says more.
    await client.close().catch(() => undefined);
  }
}

function say(message: WorkerMessage, memory: ArrayBuffer[] = []): void {
  parentPort?.postMessage(message, memory);
}

/** Entry of the thread: run after run, one at a time, until it is told that there is none. A run that throws ends it. */
wakeWritersOfClosedSockets();
parentPort?.on('message', (job: IngestJob | null) => {
  if (job) void work(job);
  else parentPort?.close();
});
