import { createReadStream } from 'node:fs';
import { createGzip } from 'node:zlib';
import type { Db } from 'mongodb';

/** Far below the 16 MB a document can hold. */
const PART_BYTES = 4 * 1024 * 1024;

/**
 * Keeps the file of a run that waits for a decision in the database, compressed, part by part: it is decided on later, perhaps after a
 * restart, perhaps by a process on another machine.
 */
export async function keepFile(database: Db, runId: string, path: string): Promise<void> {
  const files = database.collection('ingestion_files');
  // A run that is asked about again has its file already, or a part of it.
  await files.deleteMany({ run_id: runId });
  let part = 0;
  const compressed = createReadStream(path).compose(createGzip()) as AsyncIterable<Buffer>;
  for await (const bytes of parts(compressed)) {
    await files.insertOne({ run_id: runId, part, bytes });
    part += 1;
  }
}

async function* parts(stream: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let waiting: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    waiting.push(chunk);
    size += chunk.length;
    if (size < PART_BYTES) continue;
    yield Buffer.concat(waiting);
    waiting = [];
    size = 0;
  }
  if (size > 0) yield Buffer.concat(waiting);
}
