import { buildArray, documentOf } from '../bson/build.js';
import { elementsOf } from '../bson/fields.js';
import { BsonType, type BsonValue } from '../bson/value.js';
import { CommandError, notImplemented } from '../errors/command-error.js';
import { compileProjection } from '../query/projection.js';
import { OF_A_READ, Slice } from '../query/slice.js';
import { listSource, type Query } from '../query/source.js';
import type { Collection } from '../storage/collection.js';
import { aggregate } from './aggregate.js';
import { namespaceOf, queryOf, type Command } from './command.js';
import { distinct } from './distinct.js';
import type { Engine } from './engine.js';
import { sessionOf } from './session.js';
import type { HandlerTable } from './handler.js';
import { assertHint } from './options.js';
import type { Sliced } from './sliced.js';
import { sourceOf } from './source-of.js';
import { countAll, visitMatches } from './visit-matches.js';

const NO_BATCH_LIMIT = Number.MAX_SAFE_INTEGER;

/** Finds documents; the answer holds the first batch. */
function* find(command: Command, engine: Engine): Sliced {
  if (command.flag('tailable'))
    throw new CommandError('BadValue', 'tailable cursor requested on non capped collection');
  for (const option of ['max', 'min', 'returnKey', 'showRecordId']) {
    if (command.flag(option)) throw notImplemented(`find with ${option}`);
  }
  const namespace = command.namespace;
  const query = queryOf(command, 'filter');
  const project = compileProjection(command.document('projection'));
  const [skip, limit] = [command.count('skip', 0), command.count('limit', 0)];
  const collection = engine.catalog.find(namespace);
  assertHint(command.value('hint'), collection);
  const source = collection
    ? yield* sourceOf(engine, collection, query, skip + (limit || Infinity))
    : listSource([]);
  return yield* engine.cursors.first(
    { namespace, source, space: collection?.space, skip, limit, project, session: sessionOf(command) },
    command.value('batchSize') ? command.count('batchSize', 0) : undefined,
    command.flag('singleBatch'),
  );
}

/** The next batch of an open cursor. */
function getMore(command: Command, engine: Engine): Sliced {
  const id = command.value('getMore');
  if (id?.type !== BsonType.long)
    throw new CommandError('TypeMismatch', "BSON field 'getMore.getMore' must be a long");
  const namespace = namespaceOf(command.database, command.string('collection'), true);
  const batchSize = command.count('batchSize', 0) || NO_BATCH_LIMIT;
  return engine.cursors.more(id.buffer.readBigInt64LE(id.start), namespace, batchSize);
}

/** Closes cursors, and says which of them there were. */
function killCursors(command: Command, engine: Engine): BsonValue {
  const ids = command.value('cursors');
  const asked = ids?.isArray ? elementsOf(ids).filter((id) => id.type === BsonType.long) : [];
  const isKilled = asked.map((id) => engine.cursors.kill(id.buffer.readBigInt64LE(id.start)));
  return documentOf({
    cursorsKilled: buildArray(asked.filter((_, index) => isKilled[index])),
    cursorsNotFound: buildArray(asked.filter((_, index) => !isKilled[index])),
    cursorsAlive: [],
    cursorsUnknown: [],
    ok: 1,
  });
}

/** Counts matches; without a filter the number is known. */
function* count(command: Command, engine: Engine): Sliced {
  const collection = engine.catalog.find(command.namespace);
  assertHint(command.value('hint'), collection);
  const query = queryOf(command, 'query');
  const skip = command.count('skip', 0);
  const limit = Math.abs(command.number('limit', 0)) || Infinity;
  if (!collection) return documentOf({ n: 0, ok: 1 });
  const filter = command.document('query');
  const isFiltered = filter !== undefined && filter.end - filter.start > 5;
  const total = isFiltered ? yield* countMatches(engine, collection, query) : yield* countAll(collection);
  return documentOf({ n: Math.min(Math.max(total - skip, 0), limit), ok: 1 });
}

function* countMatches(engine: Engine, collection: Collection, query: Query): Generator<undefined, number> {
  let total = 0;
  yield* visitMatches(engine, collection, query, new Slice(OF_A_READ), () => total++);
  return total;
}

/** Plans are not shown: tools must not take them for MongoDB's. */
function explain(): BsonValue {
  throw notImplemented('explain');
}

/** Commands that read documents. */
export const READ_HANDLERS: HandlerTable = {
  find: {
    run: find,
    fields: [
      'filter',
      'sort',
      'projection',
      'hint',
      'skip',
      'limit',
      'batchSize',
      'singleBatch',
      'let',
      'collation',
      'allowDiskUse',
      'noCursorTimeout',
      'allowPartialResults',
      'tailable',
      'max',
      'min',
      'returnKey',
      'showRecordId',
    ],
  },
  ...aggregate,
  getMore: { run: getMore, fields: ['collection', 'batchSize'] },
  killCursors: { run: killCursors, fields: ['cursors'] },
  count: { run: count, fields: ['query', 'limit', 'skip', 'hint', 'collation', 'fields'] },
  ...distinct,
  explain: { run: explain, fields: ['verbosity'] },
};
