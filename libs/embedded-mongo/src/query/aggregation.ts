import { Aggregator } from 'mingo/aggregator';
import { Context } from 'mingo/core';
import { $addFields, $project, $replaceRoot, $replaceWith, $set, $unset } from 'mingo/operators/pipeline';
import { serialize, type Document } from 'bson';
import { fieldsOf, type Field } from '../bson/fields.js';
import { toDouble } from '../bson/numbers.js';
import { documentValue, toDocument, type BsonValue } from '../bson/value.js';
import { CommandError, notImplemented } from '../errors/command-error.js';
import { assertSupported, EXPRESSION_OPERATORS } from '../expressions/operators.js';
import { toExactDocument } from '../expressions/promote.js';
import { compileFilter, type FilterOptions } from '../matching/matcher.js';
import { constantCount } from './group-count.js';
import { countItems, filterItems, mapTogether, skipItems, takeItems, type InTurns } from './iterables.js';
import { Slice } from './slice.js';
import { compileSort, type Sorter } from './sort.js';
import { Sorting } from './sorting.js';

/** Stages that mingo computes, over plain values: those of an update by a pipeline. */
const MINGO_STAGES = { $addFields, $project, $replaceRoot, $replaceWith, $set, $unset };

const context = Context.init({ expression: EXPRESSION_OPERATORS, pipeline: MINGO_STAGES });

/** Documents that mingo computes in one piece. */
const COMPUTED_AT_ONCE = 100;

type Stage = (documents: InTurns<BsonValue>) => InTurns<BsonValue>;

/**
 * Runs a pipeline, in turns with others. Stages that only choose and order documents pass their bytes on; the others go through
 * mingo, whose numbers are JavaScript's: there a whole double comes out as an int32.
 *
 * @throws CommandError for a stage that this server does not support
 */
export function runStages(
  documents: InTurns<BsonValue>,
  pipeline: readonly BsonValue[],
  options: FilterOptions,
  slice = new Slice(),
): InTurns<BsonValue> {
  const stages = pipeline.map((stage) => compileStage(...stageOf(stage), stage, options, slice));
  let current = documents;
  for (const stage of stages) current = stage(current);
  return current;
}

/**
 * Name and argument of a stage.
 *
 * @throws CommandError Location40323 when there is not exactly one
 */
export function stageOf(stage: BsonValue): Field {
  const [operator, second] = stage.isObject ? fieldsOf(stage) : [];
  if (operator && !second) return operator;
  throw new CommandError(
    'Location40323',
    'A pipeline stage specification object must contain exactly one field.',
  );
}

function compileStage(
  name: string,
  argument: BsonValue,
  stage: BsonValue,
  options: FilterOptions,
  slice: Slice,
): Stage {
  switch (name) {
    case '$match': {
      const matches = compileFilter(argument, options);
      return (documents) => filterItems(documents, matches);
    }
    case '$sort': {
      const sorter = compileSort(argument, options.compareText);
      if (!sorter) throw new CommandError('Location15976', '$sort stage must have at least one sort key');
      return (documents) => sortItems(documents, sorter, slice);
    }
    case '$skip': {
      const count = wholeNumber(name, argument);
      return (documents) => skipItems(documents, count);
    }
    case '$limit': {
      const limit = wholeNumber(name, argument);
      if (limit === 0) throw new CommandError('Location15958', 'the limit must be positive');
      return (documents) => takeItems(documents, limit);
    }
    case '$group': {
      const count = constantCount(argument);
      if (!count) throw notImplemented('$group but to count documents');
      return (documents) => countItems(documents, count);
    }
    default:
      return mingoStage(name, stage, options);
  }
}

function* sortItems(documents: InTurns<BsonValue>, sorter: Sorter, slice: Slice): InTurns<BsonValue> {
  const sorting = new Sorting<BsonValue>(sorter);
  for (const document of documents) {
    if (document) sorting.add(document, sorter.keyOf(document));
    else yield undefined;
  }
  for (const document of yield* sorting.inOrder(slice)) {
    slice.add(document);
    if (slice.isFull) yield* slice.turn();
    yield document;
  }
}

function wholeNumber(name: string, argument: BsonValue): number {
  const number = argument.isNumber ? toDouble(argument) : NaN;
  if (Number.isInteger(number) && number >= 0) return number;
  throw new CommandError(
    'Location5107201',
    `invalid argument to ${name} stage: Expected a non-negative number`,
  );
}

function mingoStage(name: string, stage: BsonValue, { variables = {}, compareText }: FilterOptions): Stage {
  if (!Object.hasOwn(MINGO_STAGES, name)) throw unsupported(name);
  if (compareText) throw notImplemented(`the aggregation stage ${name} under a collation`);
  const plain = toDocument(stage);
  assertSupported(plain[name]);
  const compute = (some: readonly BsonValue[]): BsonValue[] => runMingo(plain, some, variables);
  return (documents) => mapTogether(documents, COMPUTED_AT_ONCE, compute);
}

function unsupported(name: string): CommandError {
  if (name === '$out' || name === '$merge') {
    return new CommandError('Location40601', `${name} can only be the final stage in the pipeline`);
  }
  return notImplemented(`the aggregation stage ${name}`);
}

function runMingo(
  stage: Document,
  documents: readonly BsonValue[],
  variables: FilterOptions['variables'],
): BsonValue[] {
  const source = documents.map(toExactDocument);
  try {
    const aggregator = new Aggregator([stage], { context, variables, scriptEnabled: false });
    return aggregator.run(source).map((result) => documentValue(Buffer.from(serialize(result))));
  } catch (error) {
    if (error instanceof CommandError) throw error;
    throw new CommandError('BadValue', error instanceof Error ? error.message : String(error));
  }
}
