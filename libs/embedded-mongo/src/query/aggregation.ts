import { Aggregator } from 'mingo/aggregator';
import { Context } from 'mingo/core';
import * as accumulators from 'mingo/operators/accumulator';
import * as stages from 'mingo/operators/pipeline';
import * as projections from 'mingo/operators/projection';
import * as queries from 'mingo/operators/query';
import { serialize, type Document } from 'bson';
import { documentOf } from '../bson/build.js';
import { fieldsOf, type Field } from '../bson/fields.js';
import { toDouble } from '../bson/numbers.js';
import { documentValue, toDocument, type BsonValue } from '../bson/value.js';
import { CommandError, notImplemented } from '../errors/command-error.js';
import { countItems, filterItems, skipItems, takeItems } from './iterables.js';
import { constantCount } from './group-count.js';
import { compileFilter, type FilterOptions } from '../matching/matcher.js';
import { systemVariables } from '../expressions/expression.js';
import { EXPRESSION_OPERATORS } from '../expressions/expression-operators.js';
import { bindNow } from '../expressions/now.js';
import { toExactDocument } from '../expressions/promote.js';
import { compileSort, sortBy } from './sort.js';

/** What the stages of a pipeline may need beside their documents. */
export interface StageOptions extends FilterOptions {
  /** The documents of another collection of the same database, for `$lookup`. */
  collection?: (name: string) => Iterable<BsonValue>;
}

/** Stages that mingo computes, over plain values. */
const MINGO_STAGES = new Set([
  '$addFields',
  '$set',
  '$unset',
  '$project',
  '$group',
  '$unwind',
  '$replaceRoot',
  '$replaceWith',
  '$sortByCount',
  '$bucket',
  '$bucketAuto',
  '$facet',
  '$lookup',
  '$unionWith',
  '$sample',
]);

const context = Context.init({
  accumulator: { ...accumulators },
  expression: EXPRESSION_OPERATORS,
  pipeline: { ...stages },
  projection: { ...projections },
  query: { ...queries },
});

type Stage = (documents: Iterable<BsonValue>) => Iterable<BsonValue>;

/**
 * Runs a pipeline. Stages that only choose and order documents pass their bytes on; the others go through
 * mingo, whose numbers are JavaScript's: there a whole double comes out as an int32.
 *
 * @throws CommandError for a stage that this server does not support
 */
export function runStages(
  documents: Iterable<BsonValue>,
  pipeline: readonly BsonValue[],
  options: StageOptions,
): BsonValue[] {
  let current = documents;
  for (const stage of compileStages(pipeline, options)) current = stage(current);
  return [...current];
}

function compileStages(pipeline: readonly BsonValue[], options: StageOptions): Stage[] {
  return pipeline.map((stage) => compileStage(...stageOf(stage), stage, options));
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

function compileStage(name: string, argument: BsonValue, stage: BsonValue, options: StageOptions): Stage {
  switch (name) {
    case '$match': {
      const matches = compileFilter(argument, options);
      return (documents) => filterItems(documents, matches);
    }
    case '$sort': {
      const sorter = compileSort(argument, options.compareText);
      if (!sorter) throw new CommandError('Location15976', '$sort stage must have at least one sort key');
      return (documents) => sortBy(documents, sorter, (document) => document);
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
    case '$count':
      return (documents) => countInto(countName(argument), documents);
    default:
      return mingoStage(name, stage, options);
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

function countName(argument: BsonValue): string {
  const name = argument.isArray || argument.isObject ? '' : String(toDocument(documentOf({ v: argument })).v);
  if (name && !name.startsWith('$') && !name.includes('.')) return name;
  throw new CommandError('Location40156', 'the count field must be a non-empty string without $ and .');
}

/** No documents at all give no result, as in MongoDB. */
function countInto(name: string, documents: Iterable<BsonValue>): BsonValue[] {
  const count = countItems(documents);
  return count === 0 ? [] : [documentOf({ [name]: count })];
}

function mingoStage(name: string, stage: BsonValue, options: StageOptions): Stage {
  const counting = name === '$group' ? constantCount(stage) : undefined;
  if (counting) return counting;
  if (!MINGO_STAGES.has(name)) throw unsupported(name);
  if (options.compareText) throw notImplemented(`the aggregation stage ${name} under a collation`);
  const plain = bindNow(toDocument(stage)) as Document;
  assertSupported(plain);
  return (documents) => runMingo(plain, documents, options);
}

function unsupported(name: string): CommandError {
  if (name === '$out' || name === '$merge') {
    return new CommandError('Location40601', `${name} can only be the final stage in the pipeline`);
  }
  if (
    /^\$(geoNear|indexStats|collStats|currentOp|changeStream|search|densify|fill|graphLookup|redact|setWindowFields|documents|listLocalSessions|listSessions)/.test(
      name,
    )
  ) {
    return notImplemented(`the aggregation stage ${name}`);
  }
  return new CommandError('Location40324', `Unrecognized pipeline stage name: '${name}'`);
}

/** Pipelines inside `$facet`, `$lookup` and `$unionWith` may only have supported stages as well. */
function assertSupported(value: unknown): void {
  if (Array.isArray(value)) value.forEach(assertSupported);
  else if (typeof value === 'object' && value !== null) Object.entries(value).forEach(assertEntry);
}

function assertEntry([name, inner]: [string, unknown]): void {
  if (REFUSED_EXPRESSIONS.has(name)) throw notImplemented(`${name} in an aggregation`);
  assertSupported(inner);
}

/** What mingo would compute but this server does not: scripts, and writes of its own. */
const REFUSED_EXPRESSIONS = new Set(['$function', '$accumulator', '$where', '$out', '$merge', '$jsonSchema']);

function runMingo(
  stage: Document,
  documents: Iterable<BsonValue>,
  { variables = systemVariables(), collection }: StageOptions,
): BsonValue[] {
  const source = Array.from(documents, toExactDocument);
  try {
    const collectionResolver = (name: string): Document[] =>
      Array.from(collection?.(name) ?? [], toExactDocument);
    const aggregator = new Aggregator([stage], {
      context,
      variables,
      collectionResolver,
      scriptEnabled: false,
    });
    return aggregator.run(source).map((result) => documentValue(Buffer.from(serialize(result))));
  } catch (error) {
    if (error instanceof CommandError) throw error;
    throw new CommandError('BadValue', error instanceof Error ? error.message : String(error));
  }
}
