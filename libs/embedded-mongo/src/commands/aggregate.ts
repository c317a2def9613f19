import { fieldsOf } from '../bson/fields.js';
import { buildDocument } from '../bson/build.js';
import { BsonType, type BsonValue } from '../bson/value.js';
import { CommandError, notImplemented } from '../command-error.js';
import { mapItems } from '../iterables.js';
import { runStages, type StageOptions } from '../query/aggregation.js';
import { compileFilter } from '../query/matcher.js';
import { findStored, listSource } from '../query/source.js';
import type { Collection } from '../storage/collection.js';
import { namespaceOf, type Command } from './command.js';
import { sessionOf, type Engine } from './engine.js';
import type { HandlerTable } from './handlers.js';
import { assertCollation, assertHint } from './options.js';

/** Runs the pipeline at once; the cursor then reads a finished result. */
function run(command: Command, engine: Engine): BsonValue {
  assertCollation(command.value('collation'));
  if (command.flag('explain')) throw notImplemented('explain');
  if (command.value('aggregate')?.type !== BsonType.string)
    throw notImplemented('aggregations over a database');
  if (!command.document('cursor')) throw new CommandError('FailedToParse', "The 'cursor' option is required");
  const namespace = command.namespace;
  const collection = engine.catalog.find(namespace);
  assertHint(command.value('hint'), collection);
  const options: StageOptions = {
    variables: command.variables,
    collection: (name) => documentsOf(engine.catalog.find(namespaceOf(command.database, name))),
  };
  const results = runPipeline(collection, command.documents('pipeline'), options);
  return engine.cursors.first(
    { namespace, source: listSource(results), space: collection?.space, session: sessionOf(command) },
    batchSize(command),
  );
}

/** A leading `$match` chooses its documents through the indexes; it still runs as a stage behind that. */
function runPipeline(
  collection: Collection | undefined,
  pipeline: readonly BsonValue[],
  options: StageOptions,
): BsonValue[] {
  const [name, filter] = pipeline[0] ? (fieldsOf(pipeline[0])[0] ?? []) : [];
  if (!collection || name !== '$match' || !filter?.isObject)
    return runStages(documentsOf(collection), pipeline, options);
  const matches = compileFilter(filter, options.variables);
  const found = findStored(collection, { filter, matches, sorter: undefined });
  return runStages(
    mapItems(found, ({ document }) => document),
    pipeline.slice(1),
    options,
  );
}

function documentsOf(collection: Collection | undefined): Iterable<BsonValue> {
  return collection ? mapItems(collection.scan(), ({ document }) => document) : [];
}

function batchSize(command: Command): number | undefined {
  const cursor = command.document('cursor') ?? buildDocument([]);
  return fieldsOf(cursor).some(([name]) => name === 'batchSize')
    ? command.nestedNumber('cursor', 'batchSize')
    : undefined;
}

/** The aggregate command. */
export const aggregate: HandlerTable = {
  aggregate: {
    run,
    fields: [
      'pipeline',
      'cursor',
      'explain',
      'allowDiskUse',
      'hint',
      'collation',
      'let',
      'bypassDocumentValidation',
    ],
  },
};
