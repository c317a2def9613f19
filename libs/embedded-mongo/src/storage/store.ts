import { open, type Database, type RootDatabase } from 'lmdb';
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
    // Elsewhere the pages stay anyway, and Windows may make a file of this size.
    ...(process.platform === 'linux' && { mapSize: MAP_BYTES }),
    ...BINARY,
  });
  const table = (name: string): Table => root.openDB({ name, ...BINARY });
  return { root, catalog: table('catalog'), records: table('records'), entries: table('entries') };
}

/** The store's tables and its transactions. LMDB syncs every commit to disk before it returns. */
export class Store {
  private opened: Tables | null;
  private readonly mapped = new MappedFiles();

  constructor(private readonly folder: string) {
    this.opened = openTables(folder);
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
   */
  transaction<T>(action: () => T): T {
    let result: { value: T } | undefined;
    this.letGoOfPages();
    this.tables.root.transactionSync(() => {
      result = { value: action() };
    });
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
   * long as the file is open. Nothing of the store may be open: no transaction, and nothing that is read in part.
   */
  letGoOfPages(): void {
    if (!this.opened || !this.mapped.areMany()) return;
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
