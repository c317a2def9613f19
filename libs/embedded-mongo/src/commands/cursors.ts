import { Long } from 'bson';
import { buildArray, documentOf } from '../bson/build.js';
import type { BsonValue } from '../bson/value.js';
import { CommandError } from '../errors/command-error.js';
import type { ResultSource } from '../query/source.js';
import { MAX_DOCUMENT_BYTES } from '../storage/collection.js';
import { Slice } from './slice.js';

/** Documents in a first batch when the client names no number, as in MongoDB. */
const FIRST_BATCH = 101;
/** What a batch looks at before others get their turn. */
const READ_AT_ONCE = { documents: 5_000, bytes: 4 * 1024 * 1024 };
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
  space: number | undefined;
  session: string | undefined;
  project: (document: BsonValue) => BsonValue;
  position: number;
  toSkip: number;
  returned: number;
  usedAt: number;
  killedBecause?: string;
}

/** The open cursors of all connections. */
export class Cursors {
  private readonly open = new Map<string, Cursor>();
  private lastId = Math.floor(Math.random() * 2 ** 40);

  /** Answers the first batch, and keeps the cursor when there may be more. */
  first(options: CursorOptions, batchSize = FIRST_BATCH, isSingleBatch = false): BsonValue {
    const cursor: Cursor = {
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
    };
    const { batch, isDone } = nextBatch(cursor, batchSize, isSingleBatch);
    const id = isDone || isSingleBatch ? 0 : this.keep(cursor);
    return cursorReply('firstBatch', batch, id, cursor.namespace);
  }

  /** Answers the next batch. */
  more(id: bigint, namespace: string, batchSize: number): BsonValue {
    const cursor = this.open.get(String(id));
    if (!cursor) throw new CommandError('CursorNotFound', `cursor id ${id} not found`);
    if (cursor.namespace !== namespace && !cursor.killedBecause) {
      throw new CommandError(
        'UnauthorizedError',
        `Requested getMore on namespace '${namespace}', but cursor belongs to '${cursor.namespace}'`,
      );
    }
    if (cursor.killedBecause) {
      this.open.delete(String(id));
      throw new CommandError('QueryPlanKilled', cursor.killedBecause);
    }
    cursor.usedAt = Date.now();
    // What fails ends the cursor.
    this.open.delete(String(id));
    const { batch, isDone } = nextBatch(cursor, batchSize);
    if (!isDone) this.open.set(String(id), cursor);
    return cursorReply('nextBatch', batch, isDone ? 0 : Number(id), cursor.namespace);
  }

  /** Closes a cursor; false when there is none of that number. */
  kill(id: bigint): boolean {
    return this.open.delete(String(id));
  }

  /** Ends the cursors on a collection that was dropped or renamed: their next batch is an error. */
  invalidate(space: number, reason: string): void {
    for (const cursor of this.open.values()) if (cursor.space === space) cursor.killedBecause = reason;
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
    for (const [id, cursor] of this.open) if (matches(cursor)) this.open.delete(id);
  }

  private keep(cursor: Cursor): number {
    this.lastId++;
    this.open.set(String(this.lastId), cursor);
    return this.lastId;
  }
}

/**
 * Fills a batch up to its number of documents and the size of one message. It holds fewer, or none, where more would
 * hold others up: the client asks for the rest, unless it takes only one batch.
 */
function nextBatch(
  cursor: Cursor,
  batchSize: number,
  isSingleBatch = false,
): { batch: BsonValue[]; isDone: boolean } {
  const batch: BsonValue[] = [];
  if (batchSize === 0) return { batch, isDone: false };
  const slice = new Slice(READ_AT_ONCE);
  let bytes = 0;
  for (const { document, isMatch, next } of cursor.source(cursor.position)) {
    if (slice.isFull && !isSingleBatch) return { batch, isDone: false };
    slice.add(document);
    if (!isMatch || cursor.toSkip > 0) {
      if (isMatch) cursor.toSkip--;
      cursor.position = next;
      continue;
    }
    const result = cursor.project(document);
    bytes += result.end - result.start;
    if (batch.length > 0 && bytes > MAX_DOCUMENT_BYTES) return { batch, isDone: false };
    batch.push(result);
    cursor.position = next;
    cursor.returned++;
    if (cursor.returned === cursor.limit) return { batch, isDone: true };
    if (batch.length === batchSize) return { batch, isDone: false };
  }
  return { batch, isDone: true };
}

function cursorReply(
  name: 'firstBatch' | 'nextBatch',
  batch: readonly BsonValue[],
  id: number,
  ns: string,
): BsonValue {
  const cursor = documentOf({ [name]: buildArray(batch), id: Long.fromNumber(id), ns });
  return documentOf({ cursor, ok: 1 });
}
