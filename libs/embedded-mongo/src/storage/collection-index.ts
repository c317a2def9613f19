import { documentOf } from '../bson/build.js';
import { compareValues } from '../bson/compare.js';
import { describeValue } from '../bson/describe.js';
import { EMPTY_ARRAY_KEY, encodeValue, storedKey } from '../bson/index-key.js';
import { NULL_VALUE, type BsonValue } from '../bson/value.js';
import { CommandError } from '../errors/command-error.js';
import { compileFilter, type Matcher } from '../matching/matcher.js';
import { parsePath, valuesAt, type Path } from '../matching/path.js';
import type { IndexDefinition } from './index-definition.js';
import { entryKey, keyAfter, recordOf, spaceKey, valuesOf } from './keys.js';
import type { Store } from './store.js';

const NO_VALUE = Buffer.alloc(0);
/** Behind a key it makes the one that follows it. */
const LEAST = Buffer.alloc(1);
const NO_KEYS: readonly Buffer[] = [];
const NULL_KEY = encodeValue(NULL_VALUE);

/** A range of encoded values: from `lower` up to, not including, `upper`. */
export interface KeyRange {
  lower: Buffer;
  upper: Buffer;
}

/**
 * How far an index is. A waiting one has no entries: nothing is looked up in it yet, and nothing has to be kept out by
 * it. One that is being built gets the entries of what is written meanwhile; only a built one can be asked.
 */
export type IndexState = 'waiting' | 'building' | 'built';

/** One index of a collection: what it is, and its entries in the store. */
export class CollectionIndex {
  private readonly paths: readonly Path[];
  private readonly isIndexed: Matcher;
  /** No stored key is above this one; null while there is none, undefined while nobody looked. */
  private highest: Buffer | null | undefined;

  /**
   * @param space number under which the entries are stored
   * @param isMultikey true once any document had several keys: then each bound may be met by another of them
   */
  constructor(
    private readonly store: Store,
    readonly space: number,
    readonly definition: IndexDefinition,
    public isMultikey: boolean,
    public state: IndexState = 'built',
  ) {
    this.paths = definition.fields.map(parsePath);
    this.isIndexed = compileFilter(definition.partialFilter);
  }

  /**
   * Whether it may be built when it is first asked for. A unique one must know every value at once, one over several
   * fields refuses documents, and by a TTL index documents are looked up all the time.
   */
  get canWait(): boolean {
    const { isUnique, fields, expireAfterSeconds } = this.definition;
    return !isUnique && fields.length === 1 && expireAfterSeconds === undefined;
  }

  /** The keys of a document in this index: several when there is an array on its path, none while it waits. */
  keysOf(document: BsonValue): readonly Buffer[] {
    if (this.state === 'waiting' || !this.isIndexed(document)) return NO_KEYS;
    const perField = this.paths.map((path) => valuesAt(document, path));
    if (this.definition.isSparse && perField.every((values) => values.every((value) => value === undefined)))
      return NO_KEYS;
    const encoded = perField.map((values) => distinct(values.map(encodeEntry)));
    if (encoded.every((keys) => keys.length === 1)) return [storedKey(Buffer.concat(encoded.flat()))];
    return this.combine(encoded);
  }

  /** Arrays under two fields of one index are refused, as MongoDB refuses them. */
  private combine(encoded: readonly Buffer[][]): Buffer[] {
    if (encoded.filter((keys) => keys.length > 1).length > 1) {
      throw new CommandError(
        'CannotIndexParallelArrays',
        `cannot index parallel arrays in ${this.definition.name}`,
      );
    }
    return encoded
      .reduce<Buffer[]>(
        (heads, tails) => heads.flatMap((head) => tails.map((tail) => Buffer.concat([head, tail]))),
        [NO_VALUE],
      )
      .map(storedKey);
  }

  add(keys: readonly Buffer[], record: number): void {
    for (const key of keys) {
      this.store.entries.putSync(entryKey(this.space, key, record), NO_VALUE);
      if (this.highest !== undefined && this.isAbove(key)) this.highest = key;
    }
  }

  /**
   * Whether a key is above all that are stored, so that nothing can equal it: ids that grow, which most are, are not
   * searched for.
   */
  isAbove(key: Buffer): boolean {
    if (this.highest === undefined) this.highest = this.lastKey();
    return this.highest === null || key.compare(this.highest) > 0;
  }

  private lastKey(): Buffer | null {
    const prefix = spaceKey(this.space);
    const range = { start: keyAfter(prefix), end: prefix, reverse: true, limit: 1 };
    for (const key of this.store.entries.getKeys(range)) return valuesOf(key);
    return null;
  }

  remove(keys: readonly Buffer[], record: number): void {
    for (const key of keys) this.store.entries.removeSync(entryKey(this.space, key, record));
  }

  /** The records in a range of values, in the order of the values; a record can come more than once. */
  *recordsIn(range: KeyRange): Generator<number> {
    for (const key of this.store.entries.getKeys(this.bounds(range))) yield recordOf(key);
  }

  /** The first records of a range, at most so many, and what of the range comes after them. */
  firstIn({ lower, upper }: KeyRange, limit: number): { records: number[]; rest: KeyRange | undefined } {
    const keys = [...this.store.entries.getKeys({ ...this.bounds({ lower, upper }), limit })];
    const last = keys.length === limit ? keys.at(-1) : undefined;
    const rest = last && { lower: Buffer.concat([last.subarray(spaceKey(0).length), LEAST]), upper };
    return { records: keys.map(recordOf), rest };
  }

  /** As {@link firstIn}, from the end: the last records of a range, the last one first, and what comes before them. */
  lastIn({ lower, upper }: KeyRange, limit: number): { records: number[]; rest: KeyRange | undefined } {
    const { start, end } = this.bounds({ lower, upper });
    const range = { start: end, end: start, reverse: true, exclusiveStart: true, limit };
    const keys = [...this.store.entries.getKeys(range)];
    const last = keys.length === limit ? keys.at(-1) : undefined;
    const rest = last && { lower, upper: Buffer.from(last.subarray(spaceKey(0).length)) };
    return { records: keys.map(recordOf), rest };
  }

  private bounds({ lower, upper }: KeyRange): { start: Buffer; end: Buffer } {
    const prefix = spaceKey(this.space);
    return { start: Buffer.concat([prefix, lower]), end: Buffer.concat([prefix, upper]) };
  }

  /**
   * The records that hold exactly this key.
   * The stored key is a whole number of encoded values, so no longer key begins with it.
   */
  recordsWith(key: Buffer): Generator<number> {
    return this.recordsIn({ lower: key, upper: keyAfter(key) });
  }

  /** The error that MongoDB answers when a unique index already has the document's values. */
  duplicateError(namespace: string, document: BsonValue): CommandError {
    const keyValue = documentOf(
      Object.fromEntries(
        this.definition.fields.map((name, index) => [
          name,
          valuesAt(document, this.paths[index] ?? [])[0] ?? NULL_VALUE,
        ]),
      ),
    );
    const message = `E11000 duplicate key error collection: ${namespace} index: ${this.definition.name}`;
    return new CommandError('DuplicateKey', `${message} dup key: ${describeValue(keyValue)}`, {
      keyPattern: this.definition.key,
      keyValue,
    });
  }

  /** Keys are rounded and shortened: whether two documents really share one is decided by their values. */
  sharesKey(a: BsonValue, b: BsonValue): boolean {
    return this.paths.every((path) => {
      const others = valuesAt(b, path).map(orNull);
      return valuesAt(a, path).some((value) =>
        others.some((other) => compareValues(orNull(value), other) === 0),
      );
    });
  }
}

function orNull(value: BsonValue | undefined): BsonValue {
  return value ?? NULL_VALUE;
}

/** A missing field is null in an index; an empty array sorts below it. */
function encodeEntry(value: BsonValue | undefined): Buffer {
  if (!value) return NULL_KEY;
  return value.isArray && value.end - value.start === 5 ? EMPTY_ARRAY_KEY : encodeValue(value);
}

function distinct(keys: readonly Buffer[]): Buffer[] {
  if (keys.length === 1) return [...keys];
  return [...new Map(keys.map((key) => [key.toString('latin1'), key])).values()];
}
