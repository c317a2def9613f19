import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const EVERY_MS = 200;

/**
 * Megabytes that a process has in memory: all of it, and what is its own alone, without the files that it has mapped,
 * which are the system's cache as much as its own. The latter is null where the system does not tell them apart.
 */
export function memoryOf(pid) {
  const resident = megabytes(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)]));
  return { resident, own: ownOf(pid) };
}

/** Watches a process until it is asked for the most that it had. */
export function watchMemory(pid) {
  let most = memoryOf(pid);
  const look = () => {
    const now = memoryOf(pid);
    most = {
      resident: Math.max(most.resident, now.resident),
      own: most.own === null ? null : Math.max(most.own, now.own),
    };
    return most;
  };
  const timer = setInterval(look, EVERY_MS);
  return {
    most() {
      clearInterval(timer);
      return look();
    },
  };
}

function ownOf(pid) {
  if (process.platform !== 'linux') return null;
  const [, anonymous] = /^RssAnon:\s*(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return anonymous === undefined ? null : megabytes(anonymous);
}

const megabytes = (kibibytes) => (Number(kibibytes) * 1024) / 1e6;
