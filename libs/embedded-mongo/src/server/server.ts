import { join } from 'node:path';
import { Engine } from '../commands/engine.js';
import type { EmbeddedMongo, EmbeddedMongoOptions } from './embedded-mongo.js';
import { Store } from '../storage/store.js';
import { assertReadableFormat, writeFormat } from '../storage/format.js';
import { listen } from './listen.js';
import { DataFolderOwner } from './owner.js';
import { keepPrivate } from './private-folder.js';
import { sweepPeriodically } from './ttl.js';

const TTL_SWEEP_SECONDS = 60;

/**
 * Starts the server in this thread.
 *
 * @throws DataFolderInUseError, DataFolderTooNewError, DataFolderNotPrivateError
 */
export async function startServer(options: EmbeddedMongoOptions): Promise<EmbeddedMongo> {
  const { dataDir } = options;
  assertReadableFormat(dataDir);
  keepPrivate(dataDir);
  const owner = DataFolderOwner.claim(dataDir);
  try {
    return await serve(options, owner);
  } catch (error) {
    owner.release();
    throw error;
  }
}

/** Opens the store only after `claim`, when no other process works on the data. */
async function serve(options: EmbeddedMongoOptions, owner: DataFolderOwner): Promise<EmbeddedMongo> {
  const { dataDir } = options;
  const store = new Store(join(dataDir, 'store'));
  try {
    writeFormat(dataDir);
    keepPrivate(dataDir);
    const engine = new Engine(store);
    const listener = await listen(options.listen, engine, dataDir);
    owner.describe(listener.address);
    const stopSweeping = sweepPeriodically(engine, options.ttlSweepSeconds ?? TTL_SWEEP_SECONDS);
    return {
      uri: listener.uri,
      async close() {
        stopSweeping();
        await listener.close();
        engine.close();
        await store.close();
        owner.release();
      },
    };
  } catch (error) {
    await store.close();
    throw error;
  }
}
