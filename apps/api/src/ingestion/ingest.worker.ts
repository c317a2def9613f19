import { parentPort, workerData } from 'node:worker_threads';
import { MongoClient } from 'mongodb';
import { memoryOf } from '../datasets/staged-records.js';
import { wakeWritersOfClosedSockets } from '../database/closed-sockets.js';
import { watchHeartbeats } from '../database/heartbeat-watch.js';
import { collectGarbage } from './staging/collect-garbage.js';
import { ingest } from './staging/ingest.js';
import type { IngestJob, WorkerMessage } from './staging/ingest-job.js';

/** Entry of the worker thread: one run, with a connection of its own, off the event loop of the API. */
async function work(job: IngestJob): Promise<void> {
  wakeWritersOfClosedSockets();
  const client = new MongoClient(job.uri, job.clientOptions);
  // Whatever waits for an answer fails then, and with it the run.
  const endWatch = watchHeartbeats(client, () => void client.close().catch(() => undefined));
  try {
    await client.connect();
    const ingested = await ingest(job, client.db(job.dbName), (phase, rowsRead, fraction) => {
      say({ type: 'progress', progress: { phase, rows_read: rowsRead, fraction } });
    });
    // The deals go before their columns are copied into place.
    collectGarbage();
    const records = ingested.kind === 'staged' ? (ingested.records?.build() ?? null) : null;
    const outcome = ingested.kind === 'staged' ? { ...ingested, records } : ingested;
    say({ type: 'done', outcome }, records ? memoryOf(records) : []);
  } finally {
    endWatch();
    await client.close();
  }
}

function say(message: WorkerMessage, memory: ArrayBuffer[] = []): void {
  parentPort?.postMessage(message, memory);
}

await work(workerData as IngestJob);
