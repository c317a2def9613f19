import { randomUUID } from 'node:crypto';
import { deserialize, serialize } from 'bson';
import { documentValue, EMPTY_DOCUMENT, fromJs, type BsonValue } from '../bson/value.js';
import { CommandError } from '../errors/command-error.js';
import { Collection, type CollectionOwner } from './collection.js';
import { CollectionIndex } from './collection-index.js';
import type { IndexDefinition } from './index-definition.js';
import { fieldsOf } from '../bson/fields.js';
import { spaceKey } from './keys.js';
import type { Store } from './store.js';

const COLLECTION = 'collection:';
const TRASH = 'trash:';
const NEXT_SPACE = Buffer.from('next-space');

/** An index as the catalog stores it. */
interface StoredIndex {
  space: number;
  name: string;
  key: Uint8Array;
  unique: boolean;
  sparse: boolean;
  multikey: boolean;
  /** It has no entries yet, or not those of all documents. */
  waiting?: boolean;
  expireAfterSeconds?: number;
  partialFilter?: Uint8Array;
}

/** A collection as the catalog stores it. */
interface StoredCollection {
  space: number;
  uuid: Uint8Array;
  indexes: StoredIndex[];
  options?: Uint8Array;
}

/** Documents that an index being built takes up before others get their turn. */
const INDEXED_AT_ONCE = 500;

/** Which collections there are. Its changes run inside a transaction of the store. */
export class Catalog implements CollectionOwner {
  private readonly collections = new Map<string, Collection>();
  /** Builds of indexes that queries have asked for. */
  private builds: Generator<undefined>[] = [];
  /** What is being built is in the trash until it is complete, so that a crash leaves nothing of it. */
  private readonly unfinished = new Set<number>();

  /** @param onWork called when there is something to do in the background, see {@link tidy} */
  constructor(
    private readonly store: Store,
    private readonly onWork: () => void,
  ) {
    this.reload();
    this.onWork();
  }

  /** Reads everything again, as after a transaction that was rolled back. */
  reload(): void {
    this.collections.clear();
    this.unfinished.clear();
    this.builds = [];
    const range = { start: Buffer.from(COLLECTION), end: Buffer.from(`${COLLECTION}\xff`, 'latin1') };
    for (const { key, value } of this.store.catalog.getRange(range)) {
      const namespace = Buffer.from(key).toString('utf8').slice(COLLECTION.length);
      this.collections.set(namespace, this.load(namespace, readStored(value)));
    }
  }

  /** The collection of a namespace such as `sales.deals`. */
  find(namespace: string): Collection | undefined {
    return this.collections.get(namespace);
  }

  /** The collections of a database by name, or of all databases. */
  list(database?: string): Collection[] {
    const all = [...this.collections.values()];
    const found =
      database === undefined ? all : all.filter(({ namespace }) => namespace.startsWith(`${database}.`));
    return found.sort((a, b) => (a.namespace < b.namespace ? -1 : 1));
  }

  /** Makes an empty collection with its index over `_id`. */
  create(namespace: string, options = EMPTY_DOCUMENT): Collection {
    const collection = this.newCollection(namespace, options);
    this.collections.set(namespace, collection);
    this.save(collection);
    return collection;
  }

  /**
   * Makes a collection that nobody sees, to be filled in several transactions, with the options and indexes of another.
   * Until it is published it is in the trash, so that a crash leaves nothing of it.
   */
  prepare(namespace: string, like: Collection | undefined): Collection {
    const collection = this.newCollection(namespace, like?.options ?? EMPTY_DOCUMENT);
    const others = like?.indexes.slice(1).map(({ definition }) => this.newIndex(definition)) ?? [];
    collection.indexes = [...collection.indexes, ...others];
    for (const space of spacesOf(collection)) {
      this.discard(space);
      this.unfinished.add(space);
    }
    return collection;
  }

  /**
   * Shows a prepared collection under its name, which nothing else may have.
   *
   * @throws CommandError QueryPlanKilled when a transaction failed meanwhile, and with it what was prepared
   */
  publish(collection: Collection): void {
    for (const space of spacesOf(collection)) {
      if (!this.unfinished.delete(space))
        throw new CommandError('QueryPlanKilled', 'the results were discarded');
      this.store.catalog.removeSync(trashKey(space));
    }
    this.collections.set(collection.namespace, collection);
    this.save(collection);
  }

  /** Leaves a prepared collection to the trash. */
  discardPrepared(collection: Collection): void {
    for (const space of spacesOf(collection)) this.unfinished.delete(space);
    this.onWork();
  }

  private newIndex(definition: IndexDefinition): CollectionIndex {
    const index = new CollectionIndex(this.store, this.takeSpace(), definition, false);
    if (index.canWait) index.state = 'waiting';
    return index;
  }

  private newCollection(namespace: string, options: BsonValue): Collection {
    const id: IndexDefinition = {
      name: '_id_',
      key: fromJs({ _id: 1 }),
      fields: ['_id'],
      isUnique: true,
      isSparse: false,
    };
    const uuid = Buffer.from(randomUUID().replaceAll('-', ''), 'hex');
    const space = this.takeSpace();
    const indexes = [new CollectionIndex(this.store, this.takeSpace(), id, false)];
    return this.build(namespace, space, uuid, indexes, options);
  }

  /** Removes a collection at once; its documents are purged later, a few at a time. */
  drop(collection: Collection): void {
    this.collections.delete(collection.namespace);
    this.store.catalog.removeSync(catalogKey(collection.namespace));
    for (const space of spacesOf(collection)) this.discard(space);
  }

  /** Gives a collection another name; what had that name must be gone. */
  rename(collection: Collection, namespace: string): void {
    this.collections.delete(collection.namespace);
    this.store.catalog.removeSync(catalogKey(collection.namespace));
    collection.namespace = namespace;
    this.collections.set(namespace, collection);
    this.save(collection);
  }

  /**
   * Adds an index. Over documents that are there already it is built in slices, each in a transaction, unless it may
   * wait until a query asks for it. When that fails, or the process ends before, nothing of it remains.
   *
   * @throws CommandError DuplicateKey when documents break its uniqueness, IndexBuildAborted when it was dropped
   */
  *addIndex(collection: Collection, definition: IndexDefinition): Generator<undefined> {
    const index = this.newIndex(definition);
    collection.indexes = [...collection.indexes, index];
    if (!index.canWait && !collection.isEmpty) {
      this.discard(index.space);
      this.unfinished.add(index.space);
      yield* this.complete(collection, index);
      this.unfinished.delete(index.space);
      this.store.catalog.removeSync(trashKey(index.space));
    }
    this.save(collection);
  }

  /** An index that waits is built in the background. */
  wanted(collection: Collection, index: CollectionIndex): void {
    if (index.state !== 'waiting') return;
    index.state = 'building';
    this.builds.push(this.buildWanted(collection, index));
    this.onWork();
  }

  private *buildWanted(collection: Collection, index: CollectionIndex): Generator<undefined> {
    yield* this.complete(collection, index);
    this.save(collection);
  }

  private *complete(collection: Collection, index: CollectionIndex): Generator<undefined> {
    index.state = 'building';
    let from: number | undefined = 0;
    for (;;) {
      from = this.fill(collection, index, from);
      if (from === undefined) break;
      yield;
      this.assertThere(collection, index);
    }
    index.state = 'built';
  }

  private fill(collection: Collection, index: CollectionIndex, from: number): number | undefined {
    try {
      return collection.fill(index, from, INDEXED_AT_ONCE);
    } catch (error) {
      this.removeIndex(collection, index);
      throw error;
    }
  }

  private assertThere(collection: Collection, index: CollectionIndex): void {
    if (this.collections.get(collection.namespace) === collection && collection.indexes.includes(index))
      return;
    throw new CommandError('IndexBuildAborted', `Index build failed: ${index.definition.name} was dropped`);
  }

  /** Gives a collection other options. */
  setOptions(collection: Collection, options: BsonValue): void {
    collection.options = options;
    this.save(collection);
  }

  /** Removes an index. */
  removeIndex(collection: Collection, index: CollectionIndex): void {
    collection.indexes = collection.indexes.filter((other) => other !== index);
    this.unfinished.delete(index.space);
    this.discard(index.space);
    this.save(collection);
  }

  /**
   * Does a part of what waits in the background: builds an index that was asked for, or deletes up to `limit` keys of
   * what was dropped. True when nothing is left to do.
   */
  tidy(limit: number): boolean {
    const [build] = this.builds;
    if (!build) return this.purge(limit);
    if (isOver(build)) this.builds.shift();
    return false;
  }

  private purge(limit: number): boolean {
    const range = { start: Buffer.from(TRASH), end: Buffer.from(`${TRASH}\xff`, 'latin1') };
    for (const key of this.store.catalog.getKeys(range)) {
      const space = key.readUInt32BE(TRASH.length);
      if (this.unfinished.has(space)) continue;
      if (this.store.purge(space, limit)) this.store.catalog.removeSync(key);
      return false;
    }
    return true;
  }

  private discard(space: number): void {
    this.store.catalog.putSync(trashKey(space), Buffer.alloc(1));
    this.onWork();
  }

  private takeSpace(): number {
    const space = this.store.catalog.getBinary(NEXT_SPACE)?.readUInt32BE() ?? 1;
    this.store.catalog.putSync(NEXT_SPACE, spaceKey(space + 1));
    return space;
  }

  private build(
    namespace: string,
    space: number,
    uuid: Buffer,
    indexes: CollectionIndex[],
    options: BsonValue,
  ): Collection {
    return new Collection(this.store, namespace, space, uuid, indexes, this, options);
  }

  private load(namespace: string, stored: StoredCollection): Collection {
    const indexes = stored.indexes.map((index) => this.loadIndex(index));
    const options = stored.options ? documentValue(Buffer.from(stored.options)) : EMPTY_DOCUMENT;
    return this.build(namespace, stored.space, Buffer.from(stored.uuid), indexes, options);
  }

  private loadIndex(stored: StoredIndex): CollectionIndex {
    const state = stored.waiting ? 'waiting' : 'built';
    return new CollectionIndex(this.store, stored.space, definitionOf(stored), stored.multikey, state);
  }

  /** Stores the definition of a collection, unless nobody is to see it yet. */
  save(collection: Collection): void {
    if (this.collections.get(collection.namespace) !== collection) return;
    const stored: StoredCollection = {
      space: collection.space,
      uuid: collection.uuid,
      indexes: collection.indexes.filter(isStorable).map(storedIndex),
      options: collection.options.bytes,
    };
    this.store.catalog.putSync(catalogKey(collection.namespace), Buffer.from(serialize(stored)));
  }
}

/** Numbers under which its documents and the entries of its indexes are stored. */
const spacesOf = (collection: Collection): number[] =>
  [collection, ...collection.indexes].map(({ space }) => space);

function catalogKey(namespace: string): Buffer {
  return Buffer.from(`${COLLECTION}${namespace}`);
}

function readStored(bytes: Buffer): StoredCollection {
  return deserialize(bytes, { promoteBuffers: true }) as StoredCollection;
}

/** Takes the next step of a build. What is dropped meanwhile needs no index any more. */
function isOver(build: Generator<undefined>): boolean {
  try {
    return build.next().done === true;
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    return true;
  }
}

const trashKey = (space: number): Buffer => Buffer.concat([Buffer.from(TRASH), spaceKey(space)]);

/** One that must not wait is stored when it is complete. */
const isStorable = ({ state, canWait }: CollectionIndex): boolean => state === 'built' || canWait;

function storedIndex({ space, definition, isMultikey, state }: CollectionIndex): StoredIndex {
  return {
    space,
    name: definition.name,
    key: definition.key.bytes,
    unique: definition.isUnique,
    sparse: definition.isSparse,
    multikey: isMultikey,
    ...(state !== 'built' && { waiting: true }),
    ...(definition.expireAfterSeconds !== undefined && { expireAfterSeconds: definition.expireAfterSeconds }),
    ...(definition.partialFilter && { partialFilter: definition.partialFilter.bytes }),
  };
}

function definitionOf(stored: StoredIndex): IndexDefinition {
  const key = documentValue(Buffer.from(stored.key));
  return {
    name: stored.name,
    key,
    fields: fieldsOf(key).map(([name]) => name),
    isUnique: stored.unique,
    isSparse: stored.sparse,
    ...(stored.expireAfterSeconds !== undefined && { expireAfterSeconds: stored.expireAfterSeconds }),
    ...(stored.partialFilter && { partialFilter: documentValue(Buffer.from(stored.partialFilter)) }),
  };
}
