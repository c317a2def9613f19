import { elementsOf, fieldsOf } from '../bson/fields.js';
import { boundKey, encodeValue, storedKey } from '../bson/index-key.js';
import { BsonType, type BsonValue } from '../bson/value.js';
import { typeOrder } from '../bson/compare.js';
import { CommandError } from '../errors/command-error.js';
import type { Collection } from '../storage/collection.js';
import type { CollectionIndex, KeyRange } from '../storage/collection-index.js';
import { keyAfter } from '../storage/keys.js';
import { isOperatorDocument } from '../matching/matcher.js';

/** More combinations of `$in` values than this are not looked up one by one. */
const MAX_RANGES = 10_000;
/** Records that are taken from an index, or from all, before their documents are looked at: few at first, then more. */
const TAKEN_FIRST = 20;
const TAKEN_AT_ONCE = 1_000;

/** What a filter demands of one field, as far as an index can help. */
interface FieldBounds {
  equal?: readonly BsonValue[];
  from?: BsonValue;
  to?: BsonValue;
}

/** An index and the ranges of it that hold every match. */
interface IndexPlan {
  index: CollectionIndex;
  ranges: readonly KeyRange[];
  /** How much the index narrows the search; the highest wins. */
  score: number;
}

/** Some of the records among which all matches are. */
interface CandidateSlice {
  records: readonly number[];
  /** Whether there are no more. */
  isLast: boolean;
}

/**
 * Documents among which all matches of a filter are, where an index names them; undefined where all have to be looked
 * at. The caller still has to match them. The numbers of the records are read as they are asked for, some at a time:
 * nothing stays open in between, so that others may write. One that came may be gone; null tells of a look in vain.
 *
 * @throws CommandError QueryPlanKilled when the index was dropped meanwhile
 */
export function candidateRecords(
  collection: Collection,
  filter: BsonValue | undefined,
): Generator<number | null> | undefined {
  const plan = filter && bestPlan(collection, filter);
  return plan && distinctIn(planSlices(collection, plan));
}

function* distinctIn(slices: Iterable<CandidateSlice>): Generator<number | null> {
  const found = new Set<number>();
  for (const { records } of slices) {
    if (records.length === 0) yield null;
    for (const record of records) {
      if (found.has(record)) continue;
      found.add(record);
      yield record;
    }
  }
}

/**
 * The same, or all records, some at a time; a record can come more than once.
 *
 * @throws CommandError QueryPlanKilled when the index was dropped meanwhile
 */
export function candidateSlices(
  collection: Collection,
  filter: BsonValue | undefined,
): Generator<CandidateSlice> {
  const plan = filter && bestPlan(collection, filter);
  return plan ? planSlices(collection, plan) : recordSlices(collection);
}

/** Every key of an index is in it. */
const EVERYTHING: KeyRange = { lower: Buffer.alloc(0), upper: Buffer.alloc(1, 0xff) };
/** So many are looked at in the order of their ids before another index, which may name fewer, is asked. */
const LOOKED_AT_FIRST = 1_000;

/**
 * Records in the order of their `_id`, upwards or downwards, some at a time, among which all matches are; undefined where
 * they are better gathered and sorted. Whoever wants only the first of many then reads no more than these. With `most`
 * comes how many are worth looking at, since an index names all matches, in another order.
 *
 * @throws CommandError QueryPlanKilled when the collection has no such index any more
 */
export function slicesById(
  collection: Collection,
  filter: BsonValue | undefined,
  direction: 1 | -1,
): { slices: Generator<CandidateSlice>; most: number } | undefined {
  const index = collection.indexes.find(({ definition: { fields } }) => fields.join() === '_id');
  if (!index) return undefined;
  const plan = filter && bestPlan(collection, filter);
  const ranges = (filter && planFor(index, boundsIn(filter))?.ranges) ?? [EVERYTHING];
  const [range, more] = ranges;
  if (!range || more) return undefined;
  const most = plan && plan.index !== index ? LOOKED_AT_FIRST : Infinity;
  return { slices: orderedSlices(collection, index, range, direction), most };
}

function* orderedSlices(
  collection: Collection,
  index: CollectionIndex,
  range: KeyRange,
  direction: 1 | -1,
): Generator<CandidateSlice> {
  let limit = TAKEN_FIRST;
  for (let left: KeyRange | undefined = range; left;) {
    assertThere(collection, index);
    const { records, rest }: ReturnType<CollectionIndex['firstIn']> =
      direction === 1 ? index.firstIn(left, limit) : index.lastIn(left, limit);
    yield { records, isLast: !rest };
    left = rest;
    limit = TAKEN_AT_ONCE;
  }
}

function* planSlices(collection: Collection, { index, ranges }: IndexPlan): Generator<CandidateSlice> {
  let limit = TAKEN_FIRST;
  for (const [at, range] of ranges.entries()) {
    for (let left: KeyRange | undefined = range; left;) {
      assertThere(collection, index);
      const { records, rest } = index.firstIn(left, limit);
      yield { records, isLast: !rest && at === ranges.length - 1 };
      left = rest;
      limit = TAKEN_AT_ONCE;
    }
  }
}

function* recordSlices(collection: Collection): Generator<CandidateSlice> {
  let limit = TAKEN_FIRST;
  for (let from: number | undefined = 0; from !== undefined;) {
    const records = collection.records(from, limit);
    const isLast = records.length < limit;
    yield { records, isLast };
    from = isLast ? undefined : (records.at(-1) ?? 0) + 1;
    limit = TAKEN_AT_ONCE;
  }
}

function assertThere({ indexes }: Collection, index: CollectionIndex): void {
  if (indexes.includes(index)) return;
  throw new CommandError('QueryPlanKilled', `index '${index.definition.name}' dropped`);
}

/** An index that waits is asked for where it would help; until it is built, the search does without. */
function bestPlan(collection: Collection, filter: BsonValue): IndexPlan | undefined {
  const bounds = boundsIn(filter);
  if (bounds.size === 0) return undefined;
  const plans = collection.indexes
    .map((index) => planFor(index, bounds))
    .filter((plan) => plan !== undefined)
    .sort((a, b) => b.score - a.score);
  const built = plans.find(({ index }) => index.state === 'built');
  const [best] = plans;
  if (best && best.score > (built?.score ?? 0)) collection.want(best.index);
  return built;
}

function boundsIn(filter: BsonValue): Map<string, FieldBounds> {
  const bounds = new Map<string, FieldBounds>();
  collectBounds(filter, bounds);
  return bounds;
}

/** Only what every match must satisfy counts: the fields of the filter and of its `$and`. */
function collectBounds(filter: BsonValue, bounds: Map<string, FieldBounds>): void {
  for (const [name, condition] of fieldsOf(filter)) {
    if (name === '$and' && condition.isArray) {
      for (const clause of elementsOf(condition)) if (clause.isObject) collectBounds(clause, bounds);
    } else if (!name.startsWith('$')) {
      bounds.set(name, { ...boundsOf(condition), ...bounds.get(name) });
    }
  }
}

function boundsOf(condition: BsonValue): FieldBounds {
  if (!isOperatorDocument(condition)) return isLookedUp(condition) ? { equal: [condition] } : {};
  const bounds: FieldBounds = {};
  for (const [operator, argument] of fieldsOf(condition)) {
    if (operator === '$eq' && isLookedUp(argument)) bounds.equal = [argument];
    if (operator === '$in' && argument.isArray && elementsOf(argument).every(isLookedUp)) {
      bounds.equal ??= elementsOf(argument);
    }
    if ((operator === '$gt' || operator === '$gte') && isRanged(argument)) bounds.from = argument;
    if ((operator === '$lt' || operator === '$lte') && isRanged(argument)) bounds.to = argument;
  }
  return bounds;
}

/** An array can match as a whole or by an element, a regular expression is a pattern: no single key holds them. */
function isLookedUp(value: BsonValue): boolean {
  return !value.isArray && value.type !== BsonType.regex && value.type !== BsonType.undefined;
}

/** Values whose comparison stays within their type. */
function isRanged(value: BsonValue): boolean {
  const crossesTypes = value.type === BsonType.minKey || value.type === BsonType.maxKey;
  return isLookedUp(value) && !crossesTypes && value.type !== BsonType.null && !value.isObject;
}

function planFor(index: CollectionIndex, bounds: ReadonlyMap<string, FieldBounds>): IndexPlan | undefined {
  const { fields, isSparse, partialFilter } = index.definition;
  if (partialFilter || (isSparse && fields.length > 1)) return undefined;
  const usable = index.isMultikey ? fields.slice(0, 1) : fields;
  let prefixes: Buffer[] = [Buffer.alloc(0)];
  let used = 0;
  for (const name of usable) {
    const equal = equalValuesFor(bounds.get(name), isSparse);
    if (!equal || prefixes.length * equal.length > MAX_RANGES) break;
    prefixes = prefixes.flatMap((prefix) =>
      equal.map((value) => Buffer.concat([prefix, encodeValue(value)])),
    );
    used++;
  }
  const ranges = rangesAfter(prefixes, bounds.get(usable[used] ?? ''), index.isMultikey);
  if (ranges) return { index, ranges, score: used * 10 + 5 };
  if (used === 0) return undefined;
  const isWhole = used === fields.length;
  return { index, ranges: prefixes.map((prefix) => equalityRange(prefix, isWhole)), score: used * 10 };
}

/** A sparse index does not know the documents without the field, which null would match. */
function equalValuesFor(
  bounds: FieldBounds | undefined,
  isSparse: boolean,
): readonly BsonValue[] | undefined {
  const equal = bounds?.equal;
  return isSparse && equal?.some((value) => value.type === BsonType.null) ? undefined : equal;
}

function equalityRange(key: Buffer, isWhole: boolean): KeyRange {
  const lower = isWhole ? storedKey(key) : boundKey(key);
  return { lower, upper: keyAfter(lower) };
}

/** With several values in one document, each bound may be met by another of them: then only one bound holds. */
function rangesAfter(
  prefixes: readonly Buffer[],
  bounds: FieldBounds | undefined,
  isMultikey: boolean,
): KeyRange[] | undefined {
  const from = bounds?.from;
  const isOneSided = isMultikey || (from && bounds.to && typeOrder(from) !== typeOrder(bounds.to));
  const to = isOneSided && from ? undefined : bounds?.to;
  const bound = from ?? to;
  if (!bound) return undefined;
  const type = Buffer.from([typeOrder(bound)]);
  return prefixes.map((prefix) => ({
    lower: boundKey(Buffer.concat([prefix, from ? encodeValue(from) : type])),
    upper: keyAfter(boundKey(Buffer.concat([prefix, to ? encodeValue(to) : type]))),
  }));
}
