import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

const FILE = 'lock';
/** Two that start together give way to each other for a moment; then one of them has it. */
const PATIENCE_MILLISECONDS = 1_000;

/**
 * A lock on a folder that the operating system holds for this process: it ends with the process however that
 * ends, a suspended holder keeps it, a copy of the folder does not have it, and it holds between containers that
 * share a volume of one machine. SQLite brings the lock of files for every platform; nothing is stored.
 *
 * @returns what gives the lock back, undefined when somebody else holds it
 */
export function lockFolder(folder: string): (() => void) | undefined {
  const path = join(folder, FILE);
  const file = new DatabaseSync(path, { timeout: PATIENCE_MILLISECONDS });
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
