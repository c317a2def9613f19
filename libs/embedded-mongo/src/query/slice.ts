import type { BsonValue } from '../bson/value.js';
import type { Query } from './source.js';

/** What is done before others get their turn: some milliseconds of work. */
interface SliceSize {
  documents: number;
  bytes: number;
  /** Where the work may be put off at any document: how long it goes on. */
  milliseconds?: number;
}

/** Of a write, whose documents are written together. */
const OF_A_WRITE: SliceSize = { documents: 1_000, bytes: 1024 * 1024 };
/** Of a read. */
export const OF_A_READ: SliceSize = { documents: 5_000, bytes: 4 * 1024 * 1024, milliseconds: 10 };
/** The clock is looked at once for so many documents. */
const DOCUMENTS_A_LOOK = 16;

/** What has been done since others had their turn. */
export class Slice {
  private documents = 0;
  private bytes = 0;
  private isLate = false;
  private since = performance.now();

  constructor(private readonly most = OF_A_WRITE) {}

  /**
   * Counts a document that is written or looked at, or looked for in vain.
   *
   * @param times how many usual ones it is as much work as
   */
  add(document?: BsonValue, times = 1): void {
    this.documents += times;
    if (document) this.bytes += document.end - document.start;
    if (this.most.milliseconds === undefined || this.documents % DOCUMENTS_A_LOOK > 0) return;
    this.isLate = performance.now() - this.since > this.most.milliseconds;
  }

  /** Whether it is the turn of others. */
  get isFull(): boolean {
    return this.isLate || this.documents >= this.most.documents || this.bytes > this.most.bytes;
  }

  /** Lets others have their turn when it is theirs. */
  *turn(): Generator<undefined> {
    if (!this.isFull) return;
    yield undefined;
    [this.documents, this.bytes, this.isLate] = [0, 0, false];
    this.since = performance.now();
  }

  /** A query whose looks at documents are counted. */
  counting({ matches, ...query }: Query): Query {
    const countingMatches = (document: BsonValue): boolean => {
      this.add(document);
      return matches(document);
    };
    return { ...query, matches: countingMatches };
  }
}
