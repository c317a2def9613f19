type Collect = (how: { type: 'major'; flavor: 'last-resort' }) => void;

/**
 * Gives back what the thread no longer needs, where the process allows it: half of what reading and comparing a sheet
 * make is of no use afterwards, and what a thread has when it ends stays with the process for eight seconds more.
 */
export function collectGarbage(): void {
  const { gc } = globalThis as { gc?: Collect };
  gc?.({ type: 'major', flavor: 'last-resort' });
}
