import { createHash } from 'node:crypto';
import { lstatSync, mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';

/** Longest path of a Unix socket that systems take. */
const MAX_SOCKET_PATH = 103;
const NAME = 'mongo.sock';

/** Where the socket of a data folder can be, and what removes it. */
export interface SocketPlace {
  path: string;
  cleanUp: () => void;
}

/** In the data folder itself, which only its owner may enter; undefined when its path is too long for a socket. */
export function placeInside(dataDir: string): SocketPlace | undefined {
  const path = join(realpathSync(dataDir), NAME);
  if (Buffer.byteLength(path) > MAX_SOCKET_PATH) return undefined;
  const cleanUp = (): void => rmSync(path, { force: true });
  // Whoever listened here is gone: the lock of the folder is ours.
  cleanUp();
  return { path, cleanUp };
}

/** In a private folder under the temporary one. */
export function temporaryPlace(dataDir: string): SocketPlace {
  removeLeftovers(dataDir);
  const longest = tmpdir().length + prefixOf(dataDir).length + NAME.length + '/XXXXXX/'.length;
  const folder = mkdtempSync(join(longest > MAX_SOCKET_PATH ? '/tmp' : tmpdir(), prefixOf(dataDir)));
  return { path: join(folder, NAME), cleanUp: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Removes what a killed server of this data folder left in the temporary folder. */
export function removeLeftovers(dataDir: string): void {
  const prefix = prefixOf(dataDir);
  for (const parent of new Set([tmpdir(), '/tmp'])) {
    for (const name of readdirSync(parent)) {
      const path = join(parent, name);
      if (name.startsWith(prefix) && isOurs(path)) rmSync(path, { recursive: true, force: true });
    }
  }
}

function isOurs(path: string): boolean {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  return stats !== undefined && stats.isDirectory() && stats.uid === userInfo().uid;
}

/** The same for every start with the same folder, and no other's: a copy of the folder is another folder. */
function prefixOf(dataDir: string): string {
  return `mongo-${createHash('sha256').update(realpathSync(dataDir)).digest('hex').slice(0, 16)}-`;
}
