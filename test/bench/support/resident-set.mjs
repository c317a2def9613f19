import { execFileSync } from 'node:child_process';

const EVERY_MS = 200;

/** Megabytes that a process has in memory, files that it has mapped included. */
export const residentMegabytes = (pid) =>
  (Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)])) * 1024) / 1e6;

/** Watches a process until it is asked for the most that it had. */
export function watchMemory(pid) {
  let most = residentMegabytes(pid);
  const timer = setInterval(() => {
    most = Math.max(most, residentMegabytes(pid));
  }, EVERY_MS);
  return {
    most() {
      clearInterval(timer);
      return Math.max(most, residentMegabytes(pid));
    },
  };
}
