import type { BsonValue } from '../bson/value.js';
import type { Query } from '../query/source.js';

/** Documents that are written, or looked at, before others get their turn: some milliseconds of work. */
export const DOCUMENTS_A_SLICE = 1_000;
/** And their bytes. */
const BYTES_A_SLICE = 1024 * 1024;

/** What has been done since others had their turn. */
export class Slice {
  private documents = 0;
  private bytes = 0;

  constructor(private readonly most = { documents: DOCUMENTS_A_SLICE, bytes: BYTES_A_SLICE }) {}

  /** Counts a document that is written or looked at, or looked for in vain. */
  add(document?: BsonValue): void {
    this.documents++;
    if (document) this.bytes += document.end - document.start;
  }

  /** Whether it is the turn of others. */
  get isFull(): boolean {
    return this.documents >= this.most.documents || this.bytes > this.most.bytes;
  }

  /** Lets others have their turn when it is theirs. */
  *turn(): Generator<void> {
    if (!this.isFull) return;
    yield;
    [this.documents, this.bytes] = [0, 0];
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
