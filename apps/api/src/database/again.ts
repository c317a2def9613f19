import { setTimeout } from 'node:timers/promises';
import { troubleOf } from './trouble.js';

/** A lost connection takes others of the pool with it: what asks again at once may be given one of those. */
const PAUSES_MS = [20, 100];

/** Here the driver has waited for the server already: trying again would only double the time. */
const WAITED: ReadonlySet<string> = new Set([
  'MongoServerSelectionError',
  'MongooseServerSelectionError',
  'MongoNetworkTimeoutError',
  'MongoWaitQueueTimeoutError',
]);

/**
 * Does work once or twice more when the connection was lost under it, or the server stepped down. The driver does so
 * by itself for reads, and on a replica set for writes of one document; on a standalone for no write, and nowhere for
 * those of many documents. The work may have been done when its answer was lost: it must bear being done again.
 */
export async function again<Result>(work: () => Promise<Result>): Promise<Result> {
  for (const pause of PAUSES_MS) {
    try {
      return await work();
    } catch (error) {
      if (!isWorthwhile(error)) throw error;
      await setTimeout(pause);
    }
  }
  return work();
}

function isWorthwhile(error: unknown): boolean {
  const name = error instanceof Error ? error.name : '';
  return !WAITED.has(name) && troubleOf(error)?.kind === 'away';
}
