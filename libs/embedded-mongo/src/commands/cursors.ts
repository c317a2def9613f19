import { Long } from 'bson';
import { documentOf } from '../bson/build.js';
import type { BsonValue } from '../bson/value.js';
import { CommandError } from '../errors/command-error.js';
import type { ResultSource } from '../query/source.js';
import { MAX_DOCUMENT_BYTES } from '../storage/collection.js';
import { arrayInTurns } from './array-in-turns.js';
import type { Sliced } from './sliced.js';
import { OF_A_READ, Slice } from '../query/slice.js';

/** Documents in a first batch when the client names no number, as in MongoDB. */
const FIRST_BATCH = 101;
/** What a batch looks at before the client gets what was found. */
const LOOKS_A_BATCH = { documents: 5_000, bytes: 4 * 1024 * 1024 };
const IDLE_MILLISECONDS = 10 * 60 * 1000;

/** What a client reads batch by batch. */
export interface CursorOptions {
  namespace: string;
  source: ResultSource;
  /** Space of the collection that is read, so that the cursor ends with it. */
  space?: number;
  skip?: number;
  /** 0 for no limit. */
  limit?: number;
  project?: (document: BsonValue) => BsonValue;
  session?: string;
}

interface Cursor extends Required<Pick<CursorOptions, 'namespace' | 'source' | 'limit'>> {
  id: number;
  space: number | undefined;
  session: string | undefined;
  project: (document: BsonValue) => BsonValue;
  position: number;
  toSkip: number;
  returned: number;
  usedAt: number;
  /** Whether a batch of it is being read. */
  isInUse: boolean;
  /** Why there are no more batches. */
  killed?: CommandError;
}

/** The open cursors of all connections. */
export class Cursors {
  private readonly open = new Map<number, Cursor>();
  private lastId = Math.floor(Math.random() * 2 ** 40);

  /** Answers the first batch, in slices, and keeps the cursor when there may be more. */
  first(options: CursorOptions, batchSize = FIRST_BATCH, isSingleBatch = false): Sliced {
    const cursor: Cursor = {
      id: ++this.lastId,
      namespace: options.namespace,
      source: options.source,
      space: options.space,
      session: options.session,
      limit: options.limit ?? 0,
      project: options.project ?? ((document) => document),
      position: 0,
      toSkip: options.skip ?? 0,
      returned: 0,
      usedAt: Date.now(),
      isInUse: false,
    };
    this.open.set(cursor.id, cursor);
    return this.read(cursor, 'firstBatch', batchSize, isSingleBatch);
  }

  /** Answers the next batch, in slices. */
  more(id: bigint, namespace: string, batchSize: number): Sliced {
    const cursor = this.open.get(Number(id));
    if (!cursor) throw new CommandError('CursorNotFound', `cursor id ${id} not found`);
    if (cursor.namespace !== namespace && !cursor.killed) {
      throw new CommandError(
        'UnauthorizedError',
        `Requested getMore on namespace '${namespace}', but cursor belongs to '${cursor.namespace}'`,
      );
    }
    if (cursor.isInUse) throw new CommandError('CursorInUse', `cursor id ${id} is already in use`);
    cursor.usedAt = Date.now();
    return this.read(cursor, 'nextBatch', batchSize);
  }

  /** What fails, or is given up, ends the cursor. */
  private *read(
    cursor: Cursor,
    name: 'firstBatch' | 'nextBatch',
    batchSize: number,
    isSingleBatch = false,
  ): Sliced {
    let isKept = false;
    cursor.isInUse = true;
    try {
      const { batch, isDone } = yield* nextBatch(cursor, batchSize, isSingleBatch);
      isKept = !isDone && !isSingleBatch;
      return cursorReply(name, yield* arrayInTurns(batch), isKept ? cursor.id : 0, cursor.namespace);
    } finally {
      cursor.isInUse = false;
      if (!isKept) this.open.delete(cursor.id);
    }
  }

  /** Closes a cursor; false when there is none of that number. */
  kill(id: bigint): boolean {
    const cursor = this.open.get(Number(id));
    return cursor !== undefined && this.close(cursor);
  }

  /** Ends the cursors on a collection that was dropped or renamed: their next batch is an error. */
  invalidate(space: number, reason: string): void {
    for (const cursor of this.open.values()) {
      if (cursor.space === space) cursor.killed = new CommandError('QueryPlanKilled', reason);
    }
  }

  /** Closes the cursors of a session. */
  endSession(session: string): void {
    this.closeWhere((cursor) => cursor.session === session);
  }

  /** Closes cursors that nobody has read for ten minutes. */
  closeIdle(now: number): void {
    this.closeWhere((cursor) => now - cursor.usedAt > IDLE_MILLISECONDS);
  }

  private closeWhere(matches: (cursor: Cursor) => boolean): void {
    for (const cursor of this.open.values()) if (matches(cursor)) this.close(cursor);
  }

  /** A batch that is being read ends with it. */
  private close(cursor: Cursor): boolean {
    cursor.killed = new CommandError('CursorKilled', 'the cursor was killed');
    return this.open.delete(cursor.id);
  }
}

interface Batch {
  batch: BsonValue[];
  isDone: boolean;
}

/**
 * Fills a batch up to its number of documents and the size of one message, in slices. It holds fewer, or none, where
 * the rest is long in coming: the client asks for it, unless it takes only one batch.
 */
function* nextBatch(cursor: Cursor, batchSize: number, isSingleBatch: boolean): Generator<undefined, Batch> {
  const batch: BsonValue[] = [];
  assertAlive(cursor);
  if (batchSize === 0) return { batch, isDone: false };
  const looks = new Slice(LOOKS_A_BATCH);
  const slice = new Slice(OF_A_READ);
  const isEnough = (): boolean => looks.isFull && !isSingleBatch;
  let bytes = 0;
  /** Whether nothing comes after it, once it is full; undefined while it is not. */
  const fill = (): boolean | undefined => {
    for (const { document, isMatch, next } of cursor.source(cursor.position)) {
      if (slice.isFull || isEnough()) return undefined;
      slice.add(document);
      looks.add(document);
      if (!document || !isMatch || cursor.toSkip > 0) {
        if (isMatch) cursor.toSkip--;
        cursor.position = next;
        continue;
      }
      const result = cursor.project(document);
      bytes += result.end - result.start;
      if (batch.length > 0 && bytes > MAX_DOCUMENT_BYTES) return false;
      batch.push(result);
      cursor.position = next;
      cursor.returned++;
      if (cursor.returned === cursor.limit) return true;
      if (batch.length === batchSize) return false;
    }
    return true;
  };
  for (;;) {
    const isDone = fill();
    if (isDone !== undefined) return { batch, isDone };
    if (isEnough()) return { batch, isDone: false };
    yield* slice.turn();
    assertAlive(cursor);
  }
}

function assertAlive({ killed }: Cursor): void {
  if (killed) throw killed;
}

function cursorReply(name: 'firstBatch' | 'nextBatch', batch: BsonValue, id: number, ns: string): BsonValue {
  const cursor = documentOf({ [name]: batch, id: Long.fromNumber(id), ns });
  return documentOf({ cursor, ok: 1 });
}
