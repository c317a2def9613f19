import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

const FILE = 'lock';
/** How long SQLite retries: two processes that start together can hold each other up for a moment. */
const RETRY_MILLISECONDS = 1_000;

/**
 * A lock on a folder that the operating system holds for this process: it ends with the process however that
 * ends, a suspended holder keeps it, a copy of the folder does not have it, and it holds between containers that
 * share a volume of one machine. SQLite brings the lock of files for every platform; nothing is stored.
 *
 * @returns what releases the lock, undefined when another process holds it
 */
export function lockFolder(folder: string): (() => void) | undefined {
  const path = join(folder, FILE);
  const file = new DatabaseSync(path, { timeout: RETRY_MILLISECONDS });
  try {
    file.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
    return () => file.close();
  } catch (error) {
    file.close();
    if (codeOf(error) === SQLITE_BUSY) return undefined;
    if (codeOf(error) !== SQLITE_NOTADB) throw error;
    throw new Error(`${path} is no lock of this product: remove it`, { cause: error });
  }
}

const SQLITE_BUSY = 5;
const SQLITE_NOTADB = 26;

const codeOf = (error: unknown): unknown =>
  error instanceof Error && 'errcode' in error ? error.errcode : undefined;
