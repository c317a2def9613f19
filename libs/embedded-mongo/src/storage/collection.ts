import { ObjectId } from 'bson';
import { buildDocument } from '../bson/build.js';
import { fieldName, fieldOf, fieldsOf } from '../bson/fields.js';
import { BsonType, documentValue, EMPTY_DOCUMENT, fromJs, type BsonValue } from '../bson/value.js';
import { CommandError } from '../errors/command-error.js';
import type { CollectionIndex } from './collection-index.js';
import { keyAfter, recordKey, recordOf, spaceKey } from './keys.js';
import type { Store } from './store.js';
import { compileValidation, type Validation } from './validation.js';

/** Largest document, as in MongoDB. */
export const MAX_DOCUMENT_BYTES = 16 * 1024 * 1024;

/** Numbers of records among which documents are counted in one piece. */
const COUNTED_AT_ONCE = 50_000;

const ID = fieldName('_id');

/** Keys of one document in one index. */
type Keys = readonly Buffer[];

/** A stored document and the number under which it is stored. */
export interface StoredDocument {
  record: number;
  document: BsonValue;
}

/** What a collection tells whoever keeps it. */
export interface CollectionOwner {
  /** Its definition has to be stored: an index met its first array. */
  save: (collection: Collection) => void;
  /** A query would have used an index that waits. */
  wanted: (collection: Collection, index: CollectionIndex) => void;
}

/** A collection's documents and indexes. Writes run inside a transaction of the store. */
export class Collection {
  private nextRecord: number;
  /** How many documents there are below a record; all are once that is Infinity. */
  private counted = 0;
  private countedTo = 0;
  private validation: Validation | undefined;

  /**
   * @param namespace database and name; changes when the collection is renamed
   * @param space number under which the documents are stored
   * @param uuid identity over the collection's life, kept when it is renamed
   * @param indexes the first is the one over `_id`
   * @param kept its options, such as a validator
   */
  constructor(
    private readonly store: Store,
    public namespace: string,
    readonly space: number,
    readonly uuid: Buffer,
    public indexes: readonly CollectionIndex[],
    private readonly owner: CollectionOwner,
    private kept: BsonValue = EMPTY_DOCUMENT,
  ) {
    this.validation = compileValidation(kept);
    this.nextRecord = this.lastRecord() + 1;
    if (this.nextRecord === 1) this.countedTo = Infinity;
  }

  /** The options as `listCollections` answers them. */
  get options(): BsonValue {
    return this.kept;
  }

  set options(options: BsonValue) {
    this.kept = options;
    this.validation = compileValidation(options);
  }

  /** Whether no document was ever stored, or the last one is gone. */
  get isEmpty(): boolean {
    return this.lastRecord() === 0;
  }

  /** Number of documents. */
  get count(): number {
    while (!this.countSome());
    return this.counted;
  }

  /** Counts some more documents; true once their number is known, which needs no more counting from then on. */
  countSome(): boolean {
    if (this.countedTo === Infinity) return true;
    const to = this.countedTo + COUNTED_AT_ONCE;
    const range = { start: recordKey(this.space, this.countedTo), end: recordKey(this.space, to) };
    this.counted += this.store.records.getKeysCount(range);
    this.countedTo = to < this.nextRecord ? to : Infinity;
    return this.countedTo === Infinity;
  }

  /** The document of a record, if it is still there. */
  read(record: number): BsonValue | undefined {
    const bytes = this.store.records.getBinary(recordKey(this.space, record));
    return bytes && documentValue(bytes);
  }

  /** The documents in order of insertion, from a record on. */
  *scan(firstRecord = 0): Generator<StoredDocument> {
    for (const { key, value } of this.store.records.getRange(this.range(firstRecord))) {
      yield { record: recordOf(key), document: documentValue(value) };
    }
  }

  /** Numbers of the first documents from a record on, at most so many. */
  records(firstRecord: number, limit: number): number[] {
    return [...this.store.records.getKeys({ ...this.range(firstRecord), limit })].map(recordOf);
  }

  /**
   * Stores a new document; `_id` is made when it is missing and put first.
   *
   * @param isBypassing whether the collection's validator is skipped
   * @throws CommandError when a unique index has its values already, or the document cannot be stored
   */
  insert(document: BsonValue, isBypassing = false): BsonValue {
    const complete = withLeadingId(document);
    assertSize(complete);
    if (!isBypassing) this.validation?.assertInsert(complete);
    const record = this.nextRecord;
    const keys = this.indexes.map((index) => index.keysOf(complete));
    this.assertUnique(complete, keys, record);
    this.nextRecord = record + 1;
    this.write(record, complete, keys);
    if (record < this.countedTo) this.counted++;
    return complete;
  }

  /** Stores a document in place of another; entries that stay the same are not written again. */
  replace({ record, document: before }: StoredDocument, after: BsonValue, isBypassing = false): void {
    assertSize(after);
    if (!isBypassing) this.validation?.assertReplace(before, after);
    const oldKeys = this.indexes.map((index) => index.keysOf(before));
    const newKeys = this.indexes.map((index) => index.keysOf(after));
    const added = newKeys.map((keys, position) => without(keys, oldKeys[position]));
    this.assertUnique(after, added, record);
    this.indexes.forEach((index, position) => {
      index.remove(without(oldKeys[position], newKeys[position]), record);
    });
    this.write(record, after, added, newKeys);
  }

  /** Deletes a document and its entries. */
  remove({ record, document }: StoredDocument): void {
    for (const index of this.indexes) index.remove(index.keysOf(document), record);
    this.store.records.removeSync(recordKey(this.space, record));
    if (record < this.countedTo) this.counted--;
  }

  /**
   * Gives an index that is being built the entries of some documents.
   *
   * @param from record to begin with
   * @returns the record to go on with; undefined when the last document was reached
   * @throws CommandError DuplicateKey when documents break its uniqueness
   */
  fill(index: CollectionIndex, from: number, limit: number): number | undefined {
    let left = limit;
    for (const { record, document } of this.scan(from)) {
      if (left-- === 0) return record;
      const keys = index.keysOf(document);
      this.assertUniqueIn(index, document, keys, record);
      index.add(keys, record);
      index.isMultikey ||= keys.length > 1;
    }
    return undefined;
  }

  /** Says that a query would have used an index that waits. */
  want(index: CollectionIndex): void {
    this.owner.wanted(this, index);
  }

  private assertUnlike(index: CollectionIndex, document: BsonValue | undefined, record: number): void {
    const other = this.read(record);
    if (document && other && index.sharesKey(document, other))
      throw index.duplicateError(this.namespace, document);
  }

  private write(record: number, document: BsonValue, added: readonly Keys[], all = added): void {
    this.store.records.putSync(recordKey(this.space, record), document.bytes);
    this.indexes.forEach((index, position) => index.add(added[position] ?? [], record));
    this.markMultikey(all);
  }

  private markMultikey(keys: readonly Keys[]): void {
    const turned = this.indexes.filter(
      (index, position) => !index.isMultikey && (keys[position]?.length ?? 0) > 1,
    );
    for (const index of turned) index.isMultikey = true;
    if (turned.length > 0) this.owner.save(this);
  }

  private assertUnique(document: BsonValue, keys: readonly Keys[], record: number): void {
    this.indexes.forEach((index, position) =>
      this.assertUniqueIn(index, document, keys[position] ?? [], record),
    );
  }

  private assertUniqueIn(
    index: CollectionIndex,
    document: BsonValue,
    keys: readonly Buffer[],
    own: number,
  ): void {
    if (!index.definition.isUnique) return;
    for (const key of keys) {
      if (index.isAbove(key)) continue;
      for (const record of index.recordsWith(key)) {
        if (record !== own) this.assertUnlike(index, document, record);
      }
    }
  }

  private lastRecord(): number {
    const range = {
      start: keyAfter(spaceKey(this.space)),
      end: spaceKey(this.space),
      reverse: true,
      limit: 1,
    };
    for (const key of this.store.records.getKeys(range)) return recordOf(key);
    return 0;
  }

  private range(firstRecord: number): { start: Buffer; end: Buffer } {
    return { start: recordKey(this.space, firstRecord), end: keyAfter(spaceKey(this.space)) };
  }
}

/** The `_id` of a stored document. */
export function idOf(document: BsonValue): BsonValue | undefined {
  return fieldOf(document, ID);
}

function without(keys: readonly Buffer[] = [], others: readonly Buffer[] = []): Buffer[] {
  return keys.filter((key) => !others.some((other) => other.equals(key)));
}

function withLeadingId(document: BsonValue): BsonValue {
  const id = idOf(document);
  assertStorableId(id);
  if (id && startsWithId(document)) return document;
  const rest = fieldsOf(document).filter(([name]) => name !== '_id');
  return buildDocument([['_id', id ?? fromJs(new ObjectId())], ...rest]);
}

/** The name of the first field follows the length and the type. */
function startsWithId({ buffer, start }: BsonValue): boolean {
  return buffer.toString('latin1', start + 5, start + 9) === '_id\0';
}

function assertStorableId(id: BsonValue | undefined): void {
  const refused = id && REFUSED_ID_TYPES.get(id.type);
  if (refused) throw new CommandError('InvalidIdField', `The '_id' value cannot be of type ${refused}`);
  if (id?.isObject && fieldsOf(id).some(([name]) => name.startsWith('$'))) {
    throw new CommandError(
      'DollarPrefixedFieldName',
      `The '_id' value cannot have fields that start with '$'`,
    );
  }
}

const REFUSED_ID_TYPES = new Map<number, string>([
  [BsonType.array, 'array'],
  [BsonType.regex, 'regex'],
  [BsonType.undefined, 'undefined'],
]);

function assertSize(document: BsonValue): void {
  const size = document.end - document.start;
  if (size > MAX_DOCUMENT_BYTES) {
    throw new CommandError(
      'BSONObjectTooLarge',
      `object to insert too large. size in bytes: ${size}, max size: ${MAX_DOCUMENT_BYTES}`,
    );
  }
}
