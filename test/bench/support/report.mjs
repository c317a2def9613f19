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
 * Runs competitors in turns, so that a slow moment of the machine hits all of them, and gives the median time of each
 * in milliseconds.
 */
export async function inTurns(competitors, rounds) {
  const times = Object.fromEntries(Object.keys(competitors).map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const [name, run] of Object.entries(competitors)) {
      globalThis.gc?.();
      const started = performance.now();
      await run();
      times[name].push(performance.now() - started);
    }
  }
  return Object.fromEntries(Object.entries(times).map(([name, list]) => [name, median(list)]));
}

function median(list) {
  const sorted = list.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

/** Rows a second, as a reader wants it. */
export const perSecond = (rows, ms) => `${Math.round(rows / (ms / 1000)).toLocaleString('en')} rows/s`;
