import { open, type Database, type RootDatabase } from 'lmdb';
import { keyAfter, spaceKey } from './keys.js';

/** A table of the store: binary keys in byte order, binary values. */
export type Table = Database<Buffer, Buffer>;

/** The store's tables and its transactions. LMDB syncs every commit to disk before it returns. */
export class Store {
  private readonly root: RootDatabase<Buffer, Buffer>;
  /** What collections and indexes there are, and the store's own numbers. */
  readonly catalog: Table;
  /** Documents under collection and record number. */
  readonly records: Table;
  /** Index entries: everything is in the key. */
  readonly entries: Table;

  constructor(folder: string) {
    const binary = { encoding: 'binary', keyEncoding: 'binary', cache: false } as const;
    this.root = open<Buffer, Buffer>({
      path: folder,
      noSubdir: false,
      overlappingSync: false,
      maxDbs: 4,
      ...binary,
    });
    this.catalog = this.root.openDB({ name: 'catalog', ...binary });
    this.records = this.root.openDB({ name: 'records', ...binary });
    this.entries = this.root.openDB({ name: 'entries', ...binary });
  }

  /**
   * Runs an action whose writes all reach the disk before this returns, or none of them when it throws.
   * No other process writes meanwhile.
   */
  transaction<T>(action: () => T): T {
    let result: { value: T } | undefined;
    this.root.transactionSync(() => {
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

  /** Waits for what is under way and closes the files. */
  async close(): Promise<void> {
    await this.root.close();
  }
}
