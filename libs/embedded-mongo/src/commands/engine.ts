import { BsonValue, EMPTY_DOCUMENT } from '../bson/value.js';
import { CommandError } from '../errors/command-error.js';
import { Catalog } from '../storage/catalog.js';
import type { Collection } from '../storage/collection.js';
import { isDiskFull } from '../storage/disk-full.js';
import type { Store } from '../storage/store.js';
import { Cursors } from './cursors.js';
import type { Sliced } from './sliced.js';
import { Turns } from './turns.js';

interface Settled {
  resolve: (reply: BsonValue) => void;
  reject: (error: unknown) => void;
}

/** A write that waits for the next transaction. */
interface PendingWrite extends Settled {
  run: () => BsonValue | Sliced;
}

/** A command that is done in part. */
interface Started extends Settled {
  slices: Sliced;
}

/** Keys deleted at a time of what was dropped, so that other commands are not held up. */
const PURGED_AT_ONCE = 2_000;
const TIDIED_EVERY_MS = 5;
/** Until a full disk may have room again. */
const TIDIED_AGAIN_MS = 1_000;

/**
 * Runs commands on the store, on one thread: each to its end, so that none sees another half done, or in slices where
 * a command may read or write so much that others would wait for it. Writes that arrive meanwhile share one transaction and
 * one sync to disk; they are answered when it is done.
 */
export class Engine {
  readonly catalog: Catalog;
  readonly cursors = new Cursors();
  private pending: PendingWrite[] = [];
  private readonly turns = new Turns();
  private tidying: NodeJS.Timeout | undefined;

  constructor(readonly store: Store) {
    this.catalog = new Catalog(store, () => this.tidySoon());
  }

  /** Runs a change in the next transaction, or its first slice; settled once all of it is on disk. */
  write(run: () => BsonValue | Sliced): Promise<BsonValue> {
    return new Promise((resolve, reject) => {
      this.pending.push({ run, resolve, reject });
      if (this.pending.length === 1) setImmediate(() => this.flush());
    });
  }

  /**
   * A read sees every write that came before it, also an unacknowledged one. What is not done in one slice goes on for as
   * long as it is awaited.
   */
  read(run: () => BsonValue | Sliced, isAwaited: () => boolean): BsonValue | Promise<BsonValue> {
    this.flush();
    this.store.letGoOfPages();
    const slices = run();
    if (slices instanceof BsonValue) return slices;
    const { done, value } = slices.next();
    if (done) return value;
    return new Promise((resolve, reject) => this.readOn({ slices, resolve, reject }, isAwaited));
  }

  private readOn(read: Started, isAwaited: () => boolean): void {
    const { slices, resolve, reject } = read;
    this.turns.add(() => {
      try {
        if (!isAwaited()) throw gone(slices);
        this.store.letGoOfPages();
        const { done, value } = slices.next();
        if (done) resolve(value);
        else this.readOn(read, isAwaited);
      } catch (error) {
        reject(error);
      }
    });
  }

  /** The collection, made when it is missing; for writes. */
  collectionFor(namespace: string): Collection {
    return this.catalog.find(namespace) ?? this.catalog.create(namespace);
  }

  /** Stops the background work; a sweep that is done in part goes on after the next start. */
  close(): void {
    clearTimeout(this.tidying);
    this.flush();
    this.turns.clear();
  }

  /** Deletes in the background what was dropped, and builds the indexes that were asked for. */
  private tidySoon(wait = TIDIED_EVERY_MS): void {
    this.tidying ??= setTimeout(() => {
      this.tidying = undefined;
      const next = this.tidy();
      if (next !== null) this.tidySoon(next);
    }, wait);
  }

  /** Milliseconds until there is more to do; null when nothing is left. */
  private tidy(): number | null {
    try {
      return this.store.transaction(() => this.catalog.tidy(PURGED_AT_ONCE)) ? null : TIDIED_EVERY_MS;
    } catch (error) {
      if (this.store.isOpen && !isDiskFull(error)) throw error;
      this.undo();
      return TIDIED_AGAIN_MS;
    }
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
      this.undo();
      return false;
    }
    for (const answer of settle) answer();
    return true;
  }

  /** A refusal leaves the store consistent: what was written before it stays, as in MongoDB. */
  private attempt({ run, ...settled }: PendingWrite): () => void {
    return this.settling(settled, () => {
      const reply = run();
      if (reply instanceof BsonValue) return () => settled.resolve(reply);
      return this.slice({ ...settled, slices: reply });
    });
  }

  /** What follows once a slice is on disk: the answer, or the next one after what has arrived meanwhile. */
  private slice(write: Started): () => void {
    const { done, value } = write.slices.next();
    if (done) return () => write.resolve(value);
    return () =>
      this.turns.add(() => this.commit(write, () => this.settling(write, () => this.slice(write))));
  }

  private settling({ reject }: Settled, step: () => () => void): () => void {
    try {
      return step();
    } catch (error) {
      if (!(error instanceof CommandError)) throw error;
      return () => reject(error);
    }
  }

  private commitAlone(write: PendingWrite): void {
    this.commit(write, () => this.attempt(write));
  }

  private commit({ reject }: Settled, step: () => () => void): void {
    try {
      this.store.transaction(step)();
    } catch (error) {
      this.undo();
      reject(error);
    }
  }

  /** What a transaction that failed changed in memory is read anew; where the store did not open, none began. */
  private undo(): void {
    if (this.store.isOpen) this.catalog.reload();
  }
}

/** Ends a read whose client is gone. */
function gone(slices: Sliced): CommandError {
  slices.return(EMPTY_DOCUMENT);
  return new CommandError('ClientDisconnect', 'operation was interrupted because a client disconnected');
}
