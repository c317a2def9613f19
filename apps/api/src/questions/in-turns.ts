import { setImmediate as yieldToEventLoop } from 'node:timers/promises';
import type { Slices } from '@app/domain';

/** The result of work in slices; other requests are answered between two of them. */
export async function inTurns<Result>(slices: Slices<Result>): Promise<Result> {
  for (;;) {
    const { done, value } = slices.next();
    if (done) return value;
    await yieldToEventLoop();
  }
}
