import type { BsonValue } from '../bson/value.js';
import { CommandError } from '../errors/command-error.js';
import { Catalog } from '../storage/catalog.js';
import type { Collection } from '../storage/collection.js';
import type { Store } from '../storage/store.js';
import { Cursors } from './cursors.js';

/** A write that waits for the next transaction. */
interface PendingWrite {
  run: () => BsonValue;
  resolve: (reply: BsonValue) => void;
  reject: (error: unknown) => void;
}

/** Keys deleted at a time of what was dropped, so that other commands are not held up. */
const PURGED_AT_ONCE = 2_000;

/**
 * Runs commands on the store, each to its end on one thread, so that none sees another half done. Writes that
 * arrive meanwhile share one transaction and one sync to disk; they are answered when it is done.
 */
export class Engine {
  readonly catalog: Catalog;
  readonly cursors = new Cursors();
  private pending: PendingWrite[] = [];
  private purging: NodeJS.Timeout | undefined;

  constructor(readonly store: Store) {
    this.catalog = store.transaction(() => new Catalog(store));
    this.purgeSoon();
  }

  /** Runs a change in the next transaction; settled once it is on disk. */
  write(run: () => BsonValue): Promise<BsonValue> {
    return new Promise((resolve, reject) => {
      this.pending.push({ run, resolve, reject });
      if (this.pending.length === 1) setImmediate(() => this.flush());
    });
  }

  /** A read sees every write that came before it, also an unacknowledged one. */
  read(run: () => BsonValue): BsonValue {
    this.flush();
    return run();
  }

  /** The collection, made when it is missing; for writes. */
  collectionFor(namespace: string): Collection {
    return this.catalog.find(namespace) ?? this.catalog.create(namespace);
  }

  /** Deletes in the background what dropped collections and indexes left behind. */
  purgeSoon(): void {
    this.purging ??= setTimeout(() => {
      this.purging = undefined;
      const isDone = this.store.transaction(() => this.catalog.purge(PURGED_AT_ONCE));
      if (!isDone) this.purgeSoon();
    }, 5);
  }

  /** Stops the background work. */
  close(): void {
    clearTimeout(this.purging);
    this.flush();
  }

  private flush(): void {
    const writes = this.pending;
    this.pending = [];
    if (writes.length > 0 && !this.commitTogether(writes))
      for (const write of writes) this.commitAlone(write);
  }

  /** False when something unforeseen failed; nothing of the transaction is kept then. */
  private commitTogether(writes: readonly PendingWrite[]): boolean {
    let settle: (() => void)[];
    try {
      settle = this.store.transaction(() => writes.map((write) => this.attempt(write)));
    } catch {
      this.catalog.reload();
      return false;
    }
    for (const answer of settle) answer();
    return true;
  }

  /** A refusal leaves the store consistent: what was written before it stays, as in MongoDB. */
  private attempt({ run, resolve, reject }: PendingWrite): () => void {
    try {
      const reply = run();
      return () => resolve(reply);
    } catch (error) {
      if (!(error instanceof CommandError)) throw error;
      return () => reject(error);
    }
  }

  private commitAlone(write: PendingWrite): void {
    try {
      this.store.transaction(() => this.attempt(write))();
    } catch (error) {
      this.catalog.reload();
      write.reject(error);
    }
  }
}
