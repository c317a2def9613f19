import { equalValues } from '../bson/compare.js';
import type { BsonValue } from '../bson/value.js';

/** What an index is, as `createIndexes` was asked for it and `listIndexes` answers it. */
export interface IndexDefinition {
  name: string;
  /** The key pattern, such as `{ type: 1, view_id: 1 }`, as it came. */
  key: BsonValue;
  fields: readonly string[];
  isUnique: boolean;
  isSparse: boolean;
  /** Seconds after the indexed date at which a document is deleted; undefined for no TTL index. */
  expireAfterSeconds?: number;
  /** Only documents that match are indexed. */
  partialFilter?: BsonValue;
}

/** True when two definitions ask for the same index, their names aside. */
export function isSameIndex(a: IndexDefinition, b: IndexDefinition): boolean {
  return equalValues(a.key, b.key) && hasSameOptions(a, b);
}

function hasSameOptions(a: IndexDefinition, b: IndexDefinition): boolean {
  return (
    a.isUnique === b.isUnique &&
    a.isSparse === b.isSparse &&
    a.expireAfterSeconds === b.expireAfterSeconds &&
    isSameFilter(a.partialFilter, b.partialFilter)
  );
}

function isSameFilter(a: BsonValue | undefined, b: BsonValue | undefined): boolean {
  return a && b ? equalValues(a, b) : a === b;
}
