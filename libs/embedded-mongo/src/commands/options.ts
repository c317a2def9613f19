import { equalValues } from '../bson/compare.js';
import { fieldsOf } from '../bson/fields.js';
import { BsonType, type BsonValue } from '../bson/value.js';
import { CommandError, notImplemented } from '../errors/command-error.js';
import type { Collection } from '../storage/collection.js';
import type { Command } from './command.js';

/** A hint changes no result, so it is only checked to name an index, by name or by key pattern. */
export function assertHint(hint: BsonValue | undefined, collection: Collection | undefined): void {
  if (!hint || !collection || (hint.isObject && isNaturalOrEmpty(hint))) return;
  const isKnown = collection.indexes.some(({ definition }) =>
    hint.isObject
      ? equalValues(definition.key, hint)
      : hint.type === BsonType.string && hint.text() === definition.name,
  );
  if (!isKnown) throw new CommandError('BadValue', 'hint provided does not correspond to an existing index');
}

function isNaturalOrEmpty(hint: BsonValue): boolean {
  const [first] = fieldsOf(hint);
  if (first?.[0] === '$natural' && first[1].isNumber) return assertForward(first[1]);
  return first === undefined;
}

function assertForward(direction: BsonValue): boolean {
  if (direction.buffer.readInt8(direction.end - 1) < 0) throw notImplemented('$natural backwards');
  return true;
}

/** Batch size inside the `cursor` option, everything at once when none is given. */
export function cursorBatchSize(command: Command): number {
  return command.nestedNumber('cursor', 'batchSize') || Number.MAX_SAFE_INTEGER;
}
