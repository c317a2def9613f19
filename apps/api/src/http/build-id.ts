import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Written by the compiler: they hold a hash of every source file. */
const BUILDS = [
  new URL('../.tsbuildinfo', import.meta.url),
  new URL('.tsbuildinfo', import.meta.resolve('@app/domain')),
];

/**
 * Names this build: part of every ETag, because other code may compute other numbers from the same data. Where the
 * compiler's notes are missing, it names this process.
 */
export const BUILD_ID = buildId();

function buildId(): string {
  try {
    const hash = createHash('sha256');
    for (const build of BUILDS) hash.update(readFileSync(fileURLToPath(build)));
    return hash.digest('base64url').slice(0, 12);
  } catch {
    return `${process.pid}-${Date.now()}`;
  }
}
