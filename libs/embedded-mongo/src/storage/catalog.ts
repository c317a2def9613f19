import { randomUUID } from 'node:crypto';
import { deserialize, serialize } from 'bson';
import { documentValue, EMPTY_DOCUMENT, fromJs, type BsonValue } from '../bson/value.js';
import { Collection } from './collection.js';
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

/** Which collections there are. Its changes run inside a transaction of the store. */
export class Catalog {
  private readonly collections = new Map<string, Collection>();

  constructor(private readonly store: Store) {
    this.reload();
  }

  /** Reads everything again, as after a transaction that was rolled back. */
  reload(): void {
    this.collections.clear();
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
    const collection = this.build(namespace, space, uuid, indexes, options);
    this.collections.set(namespace, collection);
    this.save(collection);
    return collection;
  }

  /** Removes a collection at once; its documents are purged later, a few at a time. */
  drop(collection: Collection): void {
    this.collections.delete(collection.namespace);
    this.store.catalog.removeSync(catalogKey(collection.namespace));
    for (const { space } of [collection, ...collection.indexes]) this.discard(space);
  }

  /** Gives a collection another name; what had that name must be gone. */
  rename(collection: Collection, namespace: string): void {
    this.collections.delete(collection.namespace);
    this.store.catalog.removeSync(catalogKey(collection.namespace));
    collection.namespace = namespace;
    this.collections.set(namespace, collection);
    this.save(collection);
  }

  /** Builds an index over the existing documents; when that fails, nothing of it remains. */
  addIndex(collection: Collection, definition: IndexDefinition): void {
    const index = new CollectionIndex(this.store, this.takeSpace(), definition, false);
    try {
      collection.fill(index);
    } catch (error) {
      this.discard(index.space);
      throw error;
    }
    collection.indexes = [...collection.indexes, index];
    this.save(collection);
  }

  /** Gives a collection other options. */
  setOptions(collection: Collection, options: BsonValue): void {
    collection.options = options;
    this.save(collection);
  }

  /** Removes an index. */
  removeIndex(collection: Collection, index: CollectionIndex): void {
    collection.indexes = collection.indexes.filter((other) => other !== index);
    this.discard(index.space);
    this.save(collection);
  }

  /** Deletes up to `limit` keys of what was dropped; true when nothing is left to delete. */
  purge(limit: number): boolean {
    const range = { start: Buffer.from(TRASH), end: Buffer.from(`${TRASH}\xff`, 'latin1'), limit: 1 };
    const [key] = [...this.store.catalog.getKeys(range)];
    if (!key) return true;
    if (this.store.purge(key.readUInt32BE(TRASH.length), limit)) this.store.catalog.removeSync(key);
    return false;
  }

  private discard(space: number): void {
    this.store.catalog.putSync(Buffer.concat([Buffer.from(TRASH), spaceKey(space)]), Buffer.alloc(1));
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
    const save = (collection: Collection): void => this.save(collection);
    return new Collection(this.store, namespace, space, uuid, indexes, save, options);
  }

  private load(namespace: string, stored: StoredCollection): Collection {
    const indexes = stored.indexes.map(
      (index) => new CollectionIndex(this.store, index.space, definitionOf(index), index.multikey),
    );
    const options = stored.options ? documentValue(Buffer.from(stored.options)) : EMPTY_DOCUMENT;
    return this.build(namespace, stored.space, Buffer.from(stored.uuid), indexes, options);
  }

  private save(collection: Collection): void {
    const stored: StoredCollection = {
      space: collection.space,
      uuid: collection.uuid,
      indexes: collection.indexes.map(storedIndex),
      options: collection.options.bytes,
    };
    this.store.catalog.putSync(catalogKey(collection.namespace), Buffer.from(serialize(stored)));
  }
}

function catalogKey(namespace: string): Buffer {
  return Buffer.from(`${COLLECTION}${namespace}`);
}

function readStored(bytes: Buffer): StoredCollection {
  return deserialize(bytes, { promoteBuffers: true }) as StoredCollection;
}

function storedIndex({ space, definition, isMultikey }: CollectionIndex): StoredIndex {
  return {
    space,
    name: definition.name,
    key: definition.key.bytes,
    unique: definition.isUnique,
    sparse: definition.isSparse,
    multikey: isMultikey,
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
