import { buildArray, documentOf } from '../bson/build.js';
import { elementsOf } from '../bson/fields.js';
import { encodeValue } from '../bson/index-key.js';
import { compareValues, equalValues, type TextComparison } from '../bson/compare.js';
import { BsonType, type BsonValue } from '../bson/value.js';
import { CommandError, notImplemented } from '../errors/command-error.js';
import { countItems } from '../query/iterables.js';
import { parsePath, valuesAt } from '../matching/path.js';
import { compileProjection } from '../query/projection.js';
import { compileQuery, findStored, listSource, querySource, type Query } from '../query/source.js';
import { aggregate } from './aggregate.js';
import { namespaceOf, type Command } from './command.js';
import type { Engine } from './engine.js';
import { sessionOf } from './session.js';
import type { HandlerTable } from './handler.js';
import { assertHint } from './options.js';

const NO_BATCH_LIMIT = Number.MAX_SAFE_INTEGER;

/** Finds documents; the answer holds the first batch. */
function find(command: Command, engine: Engine): BsonValue {
  if (command.flag('tailable'))
    throw new CommandError('BadValue', 'tailable cursor requested on non capped collection');
  for (const option of ['max', 'min', 'returnKey', 'showRecordId']) {
    if (command.flag(option)) throw notImplemented(`find with ${option}`);
  }
  const namespace = command.namespace;
  const query = queryOf(command, 'filter');
  const project = compileProjection(command.document('projection'));
  const collection = engine.catalog.find(namespace);
  assertHint(command.value('hint'), collection);
  return engine.cursors.first(
    {
      namespace,
      source: collection ? querySource(collection, query) : listSource([]),
      space: collection?.space,
      skip: command.count('skip', 0),
      limit: command.count('limit', 0),
      project,
      session: sessionOf(command),
    },
    command.value('batchSize') ? command.count('batchSize', 0) : undefined,
    command.flag('singleBatch'),
  );
}

function queryOf(command: Command, filterName: string): Query {
  return compileQuery({
    filter: command.document(filterName),
    sort: command.document('sort'),
    ...command.filterOptions,
  });
}

/** The next batch of an open cursor. */
function getMore(command: Command, engine: Engine): BsonValue {
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
function count(command: Command, engine: Engine): BsonValue {
  const collection = engine.catalog.find(command.namespace);
  assertHint(command.value('hint'), collection);
  const query = queryOf(command, 'query');
  const skip = command.count('skip', 0);
  const limit = Math.abs(command.number('limit', 0)) || Infinity;
  if (!collection) return documentOf({ n: 0, ok: 1 });
  const filter = command.document('query');
  const isFiltered = filter !== undefined && filter.end - filter.start > 5;
  const total = isFiltered ? countItems(findStored(collection, query)) : collection.count;
  return documentOf({ n: Math.min(Math.max(total - skip, 0), limit), ok: 1 });
}

/** The different values of a field, those in arrays one by one. */
function distinct(command: Command, engine: Engine): BsonValue {
  const collection = engine.catalog.find(command.namespace);
  assertHint(command.value('hint'), collection);
  const path = parsePath(command.string('key'));
  const query = queryOf(command, 'query');
  const seen = new Map<string, BsonValue[]>();
  for (const { document } of collection ? findStored(collection, query) : []) {
    for (const value of valuesAt(document, path)) if (value) addDistinct(seen, value);
  }
  const values = [...seen.values()].flat();
  const { compareText } = command.filterOptions;
  return documentOf({ values: buildArray(compareText ? withoutAlike(values, compareText) : values), ok: 1 });
}

/** Of the values that a collation takes for equal, the first. */
function withoutAlike(values: readonly BsonValue[], compareText: TextComparison): BsonValue[] {
  const sorted = values.toSorted((a, b) => compareValues(a, b, compareText));
  const firsts = new Set(
    sorted.filter((value, index) => {
      const before = sorted[index - 1];
      return !before || !equalValues(before, value, compareText);
    }),
  );
  return values.filter((value) => firsts.has(value));
}

/** Encoded values are rounded: values that look alike are compared. An empty array has no value. */
function addDistinct(seen: Map<string, BsonValue[]>, value: BsonValue): void {
  if (value.isArray && value.end - value.start === 5) return;
  const key = encodeValue(value).toString('latin1');
  const alike = seen.get(key);
  if (!alike) seen.set(key, [value]);
  else if (!alike.some((other) => equalValues(other, value))) alike.push(value);
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
  distinct: { run: distinct, fields: ['key', 'query', 'collation', 'hint'] },
  explain: { run: explain, fields: ['verbosity'] },
};
