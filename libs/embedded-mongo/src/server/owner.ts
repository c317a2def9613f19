import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { DataFolderInUseError, type DataFolderHolder } from '../errors/data-folder-errors.js';
import { lockFolder } from './folder-lock.js';

const FILE = 'owner.json';

/**
 * Keeps a data folder to one server. The lock decides; beside it the owner writes down who it is, only so
 * that whoever finds the folder taken is told by whom.
 */
export class DataFolderOwner {
  private readonly note: string;

  private constructor(
    dataDir: string,
    private readonly unlock: () => void,
  ) {
    this.note = join(dataDir, FILE);
  }

  /**
   * Takes the folder.
   *
   * @throws DataFolderInUseError while its owner lives
   */
  static claim(dataDir: string): DataFolderOwner {
    const unlock = lockFolder(dataDir);
    if (!unlock) throw new DataFolderInUseError(dataDir, readHolder(join(dataDir, FILE)));
    const owner = new DataFolderOwner(dataDir, unlock);
    owner.describe();
    return owner;
  }

  /** Writes down who holds the folder, and where it listens once it does. */
  describe(address?: string): void {
    const holder: DataFolderHolder = { pid: process.pid, host: hostname(), address };
    writeFileSync(this.note, `${JSON.stringify(holder)}\n`, { mode: 0o600 });
  }

  /** Releases the folder. */
  release(): void {
    rmSync(this.note, { force: true });
    this.unlock();
  }
}

/** A holder that is just starting may not have written yet. */
function readHolder(note: string): DataFolderHolder | undefined {
  try {
    return JSON.parse(readFileSync(note, 'utf8')) as DataFolderHolder;
  } catch {
    return undefined;
  }
}
