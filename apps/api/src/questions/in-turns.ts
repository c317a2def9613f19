import { setImmediate as yieldToEventLoop } from 'node:timers/promises';
import type { Slices } from '@app/domain';

/** The result of work in slices: between two of them, other requests have their turn. */
export async function inTurns<Result>(slices: Slices<Result>): Promise<Result> {
  for (;;) {
    const { done, value } = slices.next();
    if (done) return value;
    await yieldToEventLoop();
  }
}
