import { statSync } from 'node:fs';
import { join } from 'node:path';
import { open, type Database, type RootDatabase } from 'lmdb';
import { mayReserveAddresses } from './address-limit.js';
import { assertRoom, type RoomIn, orDiskFull, roomOnDisk } from './disk-full.js';
import { keyAfter, spaceKey } from './keys.js';
import { MappedFiles } from './mapped-files.js';

/** A table of the store: binary keys in byte order, binary values. */
export type Table = Database<Buffer, Buffer>;

interface Tables {
  readonly root: RootDatabase<Buffer, Buffer>;
  readonly catalog: Table;
  readonly records: Table;
  readonly entries: Table;
}

/**
 * Addresses for the file, which cost nothing until they are used. Where it outgrows those it has, LMDB maps all of it
 * once more, and counts what it reads twice.
 */
const MAP_BYTES = 64 * 1024 ** 3;
const BINARY = { encoding: 'binary', keyEncoding: 'binary', cache: false } as const;

function openTables(path: string): Tables {
  const root = open<Buffer, Buffer>({
    path,
    noSubdir: false,
    overlappingSync: false,
    maxDbs: 4,
    // Where there are too few, LMDB ends the process without a word. Elsewhere than on Linux the pages stay anyway,
    // and Windows may make a file of this size.
    ...(mayReserveAddresses() && { mapSize: MAP_BYTES }),
    ...BINARY,
  });
  const table = (name: string): Table => root.openDB({ name, ...BINARY });
  return { root, catalog: table('catalog'), records: table('records'), entries: table('entries') };
}

/** The store's tables and its transactions. LMDB syncs every commit to disk before it returns. */
export class Store {
  private opened: Tables | null;
  private readonly mapped = new MappedFiles();
  private readonly file: string | null;

  /** @param roomIn another than the disk's own, such as for a test */
  constructor(
    private readonly folder: string,
    private readonly roomIn: RoomIn = roomOnDisk,
  ) {
    this.opened = openTables(folder);
    this.file = identityOf(folder);
  }

  /** False after it was closed to give pages back and did not open again. */
  get isOpen(): boolean {
    return this.opened !== null;
  }

  /** What collections and indexes there are, and the store's own numbers. */
  get catalog(): Table {
    return this.tables.catalog;
  }

  /** Documents under collection and record number. */
  get records(): Table {
    return this.tables.records;
  }

  /** Index entries: everything is in the key. */
  get entries(): Table {
    return this.tables.entries;
  }

  /**
   * Runs an action whose writes all reach the disk before this returns, or none of them when it throws.
   * No other process writes meanwhile.
   *
   * @throws CommandError OutOfDiskSpace
   */
  transaction<T>(action: () => T): T {
    let result: { value: T } | undefined;
    this.letGoOfPages();
    const { root } = this.tables;
    assertRoom(this.roomIn(this.folder));
    try {
      root.transactionSync(() => {
        result = { value: action() };
      });
    } catch (error) {
      throw orDiskFull(error, this.roomIn(this.folder));
    }
    if (!result) throw new Error('The store did not run the transaction');
    return result.value;
  }

  /** Deletes up to `limit` keys of a collection's or index's space; true when none is left. */
  purge(space: number, limit: number): boolean {
    let deleted = 0;
    for (const table of [this.records, this.entries]) {
      const range = { start: spaceKey(space), end: keyAfter(spaceKey(space)), limit: limit - deleted };
      const keys = limit > deleted ? [...table.getKeys(range)] : [];
      for (const key of keys) table.removeSync(key);
      deleted += keys.length;
    }
    return deleted < limit;
  }

  /**
   * Gives the system its pages back once there are many: LMDB maps every page that it touches, and keeps it for as
   * long as the file is open. Nothing of the store may be open: no transaction, and nothing that is read in part. A file
   * that was moved or removed stays open: what has its name now, or would be made under it, is not this store.
   */
  letGoOfPages(): void {
    if (!this.opened || !this.mapped.areMany() || identityOf(this.folder) !== this.file) return;
    const { root } = this.opened;
    // Should it not open again, each command says why, and the next one tries once more.
    this.opened = null;
    void root.close();
    this.mapped.startAnew();
  }

  /** Waits for what is under way and closes the files. */
  async close(): Promise<void> {
    await this.opened?.root.close();
  }

  private get tables(): Tables {
    return (this.opened ??= openTables(this.folder));
  }
}

/** Which file holds the data; null where none can be found under that name. */
function identityOf(folder: string): string | null {
  try {
    const { dev, ino } = statSync(join(folder, 'data.mdb'), { bigint: true });
    return `${dev}:${ino}`;
  } catch {
    return null;
  }
}
