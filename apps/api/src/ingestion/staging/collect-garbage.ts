import { getHeapStatistics } from 'node:v8';

type Collect = (how: { type: 'major'; flavor: 'last-resort' }) => void;

/** A thread that holds less has next to nothing to give back, and would spend longer on it than on its whole sheet. */
const WORTH_IT_BYTES = 48 * 1_048_576;

/**
 * Gives back what the thread no longer needs, where the process allows it: half of what reading and comparing a large
 * sheet make is of no use afterwards, and what a thread has when it ends stays with the process for eight seconds more.
 */
export function collectGarbage(worthItBytes = WORTH_IT_BYTES): void {
  const { gc } = globalThis as { gc?: Collect };
  if (gc && !isLight(worthItBytes)) gc({ type: 'major', flavor: 'last-resort' });
}

/** Whether the thread holds too little for anybody to miss it. */
export function isLight(worthItBytes = WORTH_IT_BYTES): boolean {
  return getHeapStatistics().used_heap_size <= worthItBytes;
}
