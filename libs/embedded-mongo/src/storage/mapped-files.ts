import { readFileSync } from 'node:fs';

/** Bytes that may come in: opening the store again takes some milliseconds, which should be rare. */
const MANY = 16 * 1024 * 1024;
const LOOK_EVERY_MS = 20;

/** Watches how much of files the process has in memory because it mapped them. */
export class MappedFiles {
  private before = mappedBytes();
  private lookedAt = 0;

  /** Whether much came in since the beginning; never where the system does not tell. */
  areMany(): boolean {
    const now = performance.now();
    if (this.before === null || now - this.lookedAt < LOOK_EVERY_MS) return false;
    this.lookedAt = now;
    return (mappedBytes() ?? 0) - this.before > MANY;
  }

  /** What is there now is the beginning. */
  startAnew(): void {
    this.before = mappedBytes();
  }
}

/** Bytes of files in the memory of this process; null where the system does not tell. */
export function mappedBytes(): number | null {
  const [, kibibytes] = /^RssFile:\s*(\d+) kB$/m.exec(ownStatus()) ?? [];
  return kibibytes === undefined ? null : Number(kibibytes) * 1024;
}

/** Empty where the system keeps none, and while the process has as many files open as it may. */
function ownStatus(): string {
  if (process.platform !== 'linux') return '';
  try {
    return readFileSync('/proc/self/status', 'utf8');
  } catch {
    return '';
  }
}
