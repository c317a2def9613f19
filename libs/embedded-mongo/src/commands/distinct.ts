import { documentOf } from '../bson/build.js';
import { compareValues, equalValues, type TextComparison } from '../bson/compare.js';
import { encodeValue } from '../bson/index-key.js';
import { type BsonValue } from '../bson/value.js';
import { parsePath, valuesAt } from '../matching/path.js';
import { OF_A_READ, Slice } from '../query/slice.js';
import { arrayInTurns } from './array-in-turns.js';
import { queryOf, type Command } from './command.js';
import type { Engine } from './engine.js';
import type { HandlerTable } from './handler.js';
import { assertHint } from './options.js';
import type { Sliced } from './sliced.js';
import { visitMatches } from './visit-matches.js';

/** The different values of a field, those in arrays one by one. */
function* run(command: Command, engine: Engine): Sliced {
  const collection = engine.catalog.find(command.namespace);
  assertHint(command.value('hint'), collection);
  const path = parsePath(command.string('key'));
  const query = queryOf(command, 'query');
  const seen = new Map<string, BsonValue[]>();
  if (collection) {
    yield* visitMatches(engine, collection, query, new Slice(OF_A_READ), ({ document }) => {
      for (const value of valuesAt(document, path)) if (value) addDistinct(seen, value);
    });
  }
  const values = [...seen.values()].flat();
  const { compareText } = command.filterOptions;
  const different = compareText ? withoutAlike(values, compareText) : values;
  return documentOf({ values: yield* arrayInTurns(different), ok: 1 });
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

/** The distinct command. */
export const distinct: HandlerTable = {
  distinct: { run, fields: ['key', 'query', 'collation', 'hint'] },
};
