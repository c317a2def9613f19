import { setTimeout as pause } from 'node:timers/promises';

/** Against hanging only: nothing is measured by it, so a busy machine may take its time. */
const PATIENCE_MS = 60_000;
const PAUSE_MS = 25;

/**
 * Looks again until the look holds, that is, until it throws no more: for what becomes true a moment later, such as
 * what other software wrote, or a line of the log.
 *
 * @returns what the last look gave
 * @throws what the last look threw, when it still does not hold after a minute
 */
export async function eventually<Value>(look: () => Value | Promise<Value>): Promise<Value> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    try {
      return await look();
    } catch (error) {
      if (Date.now() > deadline) throw error;
    }
    await pause(PAUSE_MS);
  }
}
