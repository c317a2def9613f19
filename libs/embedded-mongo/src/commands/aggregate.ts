import { buildDocument } from '../bson/build.js';
import { fieldsOf } from '../bson/fields.js';
import { BsonType, type BsonValue } from '../bson/value.js';
import { CommandError, notImplemented } from '../errors/command-error.js';
import type { FilterOptions } from '../matching/matcher.js';
import { collectItems, mapItems, type InTurns } from '../query/iterables.js';
import { runStages, stageOf } from '../query/aggregation.js';
import { constantCount } from '../query/group-count.js';
import { OF_A_READ, Slice } from '../query/slice.js';
import { compileQuery, listSource } from '../query/source.js';
import type { Collection } from '../storage/collection.js';
import type { Command } from './command.js';
import type { Engine } from './engine.js';
import { sessionOf } from './session.js';
import type { HandlerTable } from './handler.js';
import { mergeInto } from './merge.js';
import { assertHint } from './options.js';
import { replaceCollection } from './out.js';
import type { Sliced } from './sliced.js';
import { countAll, matchesOf } from './visit-matches.js';

/** Stages that write what comes out of the pipeline; each can only be the last. */
const WRITING_STAGES = new Map([
  ['$out', replaceCollection],
  ['$merge', mergeInto],
]);

/** Runs the whole pipeline; the cursor then reads a finished result. */
function* run(command: Command, engine: Engine): Sliced {
  if (command.flag('explain')) throw notImplemented('explain');
  if (command.value('aggregate')?.type !== BsonType.string)
    throw notImplemented('aggregations over a database');
  if (!command.document('cursor')) throw new CommandError('FailedToParse', "The 'cursor' option is required");
  const namespace = command.namespace;
  const collection = engine.catalog.find(namespace);
  assertHint(command.value('hint'), collection);
  const results = yield* readAndWrite(command, engine, collection);
  return yield* engine.cursors.first(
    { namespace, source: listSource(results), space: collection?.space, session: sessionOf(command) },
    batchSize(command),
  );
}

/** Runs the stages that read; what a writing stage takes does not come back to the client. */
function* readAndWrite(
  command: Command,
  engine: Engine,
  collection: Collection | undefined,
): Generator<undefined, BsonValue[]> {
  const pipeline = command.documents('pipeline');
  const [name, argument] = lastStage(command);
  const write = WRITING_STAGES.get(name);
  const options = command.filterOptions;
  if (!write || !argument)
    return yield* collectItems(runPipeline(engine, collection, pipeline, options, new Slice(OF_A_READ)));
  const slice = new Slice();
  const results = runPipeline(engine, collection, pipeline.slice(0, -1), options, slice);
  yield* write(engine, command.database, argument, results, command.isBypassing, slice);
  return [];
}

function lastStage(command: Command): [name: string, argument: BsonValue | undefined] {
  const stage = command.documents('pipeline').at(-1);
  return stage ? [...stageOf(stage)] : ['', undefined];
}

/** A leading `$match` chooses its documents through the indexes. */
function runPipeline(
  engine: Engine,
  collection: Collection | undefined,
  pipeline: readonly BsonValue[],
  options: FilterOptions,
  slice: Slice,
): InTurns<BsonValue> {
  if (!collection) return runStages([], pipeline, options, slice);
  const [name, argument] = pipeline[0] ? stageOf(pipeline[0]) : [];
  const filter = name === '$match' && argument?.isObject ? argument : undefined;
  const rest = filter ? pipeline.slice(1) : pipeline;
  const counted = filter && countOfAll(filter, rest);
  if (counted) return countInTurns(collection, counted);
  const found = matchesOf(engine, collection, compileQuery({ filter, ...options }), slice);
  return runStages(
    mapItems(found, ({ document }) => document),
    rest,
    options,
    slice,
  );
}

/** How many documents there are is known: drivers ask for it with a filter that is empty. */
function countOfAll(
  filter: BsonValue,
  [group, more]: readonly BsonValue[],
): ((count: number) => BsonValue[]) | undefined {
  if (!group || more || fieldsOf(filter).length > 0) return undefined;
  const [name, argument] = stageOf(group);
  return name === '$group' ? constantCount(argument) : undefined;
}

function* countInTurns(collection: Collection, result: (count: number) => BsonValue[]): InTurns<BsonValue> {
  yield* result(yield* countAll(collection));
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
    isWrite: (command) => WRITING_STAGES.has(lastStage(command)[0]),
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
