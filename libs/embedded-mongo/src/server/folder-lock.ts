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
  const file = new DatabaseSync(join(folder, FILE), { timeout: PATIENCE_MILLISECONDS });
  try {
    file.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
    return () => file.close();
  } catch (error) {
    file.close();
    if (isBusy(error)) return undefined;
    throw error;
  }
}

const SQLITE_BUSY = 5;

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY;
}
