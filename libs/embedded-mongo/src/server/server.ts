import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Engine } from '../commands/engine.js';
import type { EmbeddedMongo, EmbeddedMongoOptions } from '../embedded-mongo.js';
import { Store } from '../storage/store.js';
import { assertReadableFormat, writeFormat } from '../storage/format.js';
import { listen } from './listen.js';
import { DataFolderOwner } from './owner.js';
import { sweepPeriodically } from './ttl.js';

const TTL_SWEEP_SECONDS = 60;

/**
 * Starts the server in this thread.
 *
 * @throws DataFolderInUseError, DataFolderTooNewError
 */
export async function startServer(options: EmbeddedMongoOptions): Promise<EmbeddedMongo> {
  const { dataDir } = options;
  assertReadableFormat(dataDir);
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const store = new Store(join(dataDir, 'store'));
  const owner = new DataFolderOwner(dataDir, store);
  try {
    return await serve(options, store, owner);
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** Only the one who owns the folder reads the catalog: everything after `claim` is alone with the data. */
async function serve(
  options: EmbeddedMongoOptions,
  store: Store,
  owner: DataFolderOwner,
): Promise<EmbeddedMongo> {
  await owner.claim();
  writeFormat(options.dataDir);
  const engine = new Engine(store);
  const listener = await listen(options.listen, engine).catch(async (error: unknown) => {
    await owner.release();
    throw error;
  });
  const stopSweeping = sweepPeriodically(engine, options.ttlSweepSeconds ?? TTL_SWEEP_SECONDS);
  return {
    uri: listener.uri,
    async close() {
      stopSweeping();
      await listener.close();
      engine.close();
      await owner.release();
      await store.close();
    },
  };
}
