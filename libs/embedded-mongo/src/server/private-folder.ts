import { chmodSync, lstatSync, mkdirSync, readdirSync, statSync, type Stats } from 'node:fs';
import { dirname, join } from 'node:path';
import { DataFolderNotPrivateError } from '../errors/data-folder-errors.js';

/** The rights of everybody but the owner. */
const OTHERS = 0o077;
const STICKY = 0o1000;

/**
 * Makes a folder that only its owner may read, or takes the rights of everybody else from one that is there and
 * from all that is in it: a copy, a backup that was put back or an older version may have left them open. On
 * Windows the rights of the user's profile hold.
 *
 * @throws DataFolderNotPrivateError when the rights are those of another owner, or the folder is a shared one
 */
export function keepPrivate(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (process.platform === 'win32') return;
  const stats = statSync(folder);
  if ((stats.mode & STICKY) !== 0 || dirname(folder) === folder) {
    throw new DataFolderNotPrivateError(folder, folder, 'it is shared with others: name a folder of its own');
  }
  close(folder, folder, stats);
  closeInside(folder, folder);
}

/** Links stay as they are: what they point at is not part of the folder. */
function closeInside(root: string, folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isSymbolicLink()) continue;
    const path = join(folder, entry.name);
    const stats = lstatSync(path, { throwIfNoEntry: false });
    if (stats) close(root, path, stats);
    if (stats?.isDirectory()) closeInside(root, path);
  }
}

function close(root: string, path: string, { mode }: Stats): void {
  if ((mode & OTHERS) === 0) return;
  try {
    chmodSync(path, mode & ~OTHERS & 0o7777);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT') return;
    throw new DataFolderNotPrivateError(root, path, `its rights cannot be changed (${String(code)})`);
  }
}
