import { documentOf } from '../bson/build.js';
import { NULL_VALUE, type BsonValue } from '../bson/value.js';
import { CommandError } from '../errors/command-error.js';
import { compileProjection } from '../query/projection.js';
import { Slice } from '../query/slice.js';
import { compileQuery } from '../query/source.js';
import { idOf, type Collection, type StoredDocument } from '../storage/collection.js';
import { compileUpdate } from '../update/update.js';
import { EMPTY_DOCUMENT } from '../bson/value.js';
import type { Command } from './command.js';
import type { Engine } from './engine.js';
import type { HandlerTable } from './handler.js';
import { assertHint } from './options.js';
import type { Sliced } from './sliced.js';
import { arrayFiltersOf, insertUpserted, updateStored } from './update.js';
import { firstMatch } from './visit-matches.js';

/** What happened, and the document that the client gets. */
interface Outcome {
  lastErrorObject: Record<string, unknown>;
  value: BsonValue | undefined;
}

/** Changes or removes the first match, and answers the document before or after; looks for it in slices. */
function* run(command: Command, engine: Engine): Sliced {
  assertOptions(command);
  const project = compileProjection(command.document('fields'));
  const collection = engine.catalog.find(command.namespace);
  assertHint(command.value('hint'), collection);
  const filter = command.document('query') ?? EMPTY_DOCUMENT;
  const query = compileQuery({ filter, sort: command.document('sort'), ...command.filterOptions });
  const found = collection && (yield* firstMatch(engine, collection, query, new Slice()));
  const { lastErrorObject, value } = command.flag('remove')
    ? remove(collection, found)
    : update(command, engine, collection, found, filter);
  return documentOf({
    lastErrorObject: documentOf(lastErrorObject),
    value: value ? project(value) : NULL_VALUE,
    ok: 1,
  });
}

function assertOptions(command: Command): void {
  const isRemove = command.flag('remove');
  if (isRemove === (command.value('update') !== undefined)) {
    throw new CommandError(
      'FailedToParse',
      isRemove
        ? 'Cannot specify both an update and remove=true'
        : 'Either an update or remove=true must be specified',
    );
  }
  if (isRemove && command.flag('upsert'))
    throw new CommandError('FailedToParse', 'Cannot specify both upsert=true and remove=true');
  if (isRemove && command.flag('new')) {
    throw new CommandError(
      'FailedToParse',
      "Cannot specify both new=true and remove=true; 'remove' always returns the deleted document",
    );
  }
}

function remove(collection: Collection | undefined, found: StoredDocument | undefined): Outcome {
  if (!collection || !found) return { lastErrorObject: { n: 0 }, value: undefined };
  collection.remove(found);
  return { lastErrorObject: { n: 1 }, value: found.document };
}

function update(
  command: Command,
  engine: Engine,
  collection: Collection | undefined,
  found: StoredDocument | undefined,
  filter: BsonValue,
): Outcome {
  const change = compileUpdate(command.value('update') ?? EMPTY_DOCUMENT, {
    arrayFilters: arrayFiltersOf(command.value('arrayFilters')),
    variables: command.variables,
    isCollated: command.filterOptions.compareText !== undefined,
  });
  const isNew = command.flag('new');
  if (collection && found) {
    const { after } = updateStored(collection, found, change, command.isBypassing);
    return { lastErrorObject: { n: 1, updatedExisting: true }, value: isNew ? after : found.document };
  }
  if (!command.flag('upsert')) return { lastErrorObject: { n: 0, updatedExisting: false }, value: undefined };
  const inserted = insertUpserted(engine, command.namespace, change, filter, command.isBypassing);
  return {
    lastErrorObject: { n: 1, updatedExisting: false, upserted: idOf(inserted) },
    value: isNew ? inserted : undefined,
  };
}

const handler = {
  run,
  isWrite: true,
  fields: [
    'query',
    'sort',
    'remove',
    'update',
    'new',
    'upsert',
    'fields',
    'hint',
    'collation',
    'arrayFilters',
    'let',
    'bypassDocumentValidation',
  ],
};

/** findAndModify, under both spellings that drivers use. */
export const findAndModify: HandlerTable = { findAndModify: handler, findandmodify: handler };
