import { cpus } from 'node:os';

/** Prints one benchmark: what was measured, each figure, and its goal. A missed goal ends the process with code 1. */
export function report(title, rows) {
  console.log(`\n${title}`);
  console.log(`  Node ${process.version}, ${cpus().length} x ${cpus()[0]?.model ?? 'unknown processor'}`);
  for (const { what, figure, goal, ok } of rows) {
    const verdict = ok === undefined ? '' : ok ? `  goal ${goal}: reached` : `  goal ${goal}: MISSED`;
    console.log(`  ${what.padEnd(58)} ${figure}${verdict}`);
  }
  if (rows.some(({ ok }) => ok === false)) process.exitCode = 1;
}

/**
 * Runs competitors in turns and gives the fastest round of each in milliseconds: on a shared machine everything else
 * only adds to it. The first round warms up and does not count.
 */
export async function inTurns(competitors, rounds) {
  const fastest = Object.fromEntries(Object.keys(competitors).map((name) => [name, Infinity]));
  for (let round = 0; round <= rounds; round++) {
    for (const [name, run] of Object.entries(competitors)) {
      globalThis.gc?.();
      const started = performance.now();
      await run();
      if (round > 0) fastest[name] = Math.min(fastest[name], performance.now() - started);
    }
  }
  return fastest;
}

/** Rows a second, as a reader wants it. */
export const perSecond = (rows, ms) => `${Math.round(rows / (ms / 1000)).toLocaleString('en')} rows/s`;
