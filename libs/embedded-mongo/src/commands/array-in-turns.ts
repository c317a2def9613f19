import { buildArray, joinArrays } from '../bson/build.js';
import type { BsonValue } from '../bson/value.js';

/** Values that are joined in one piece: some milliseconds of work. */
const JOINED_AT_ONCE = 20_000;

/** Joins values into an array; where there are many, others have their turn in between. */
export function* arrayInTurns(values: readonly BsonValue[]): Generator<undefined, BsonValue> {
  const parts: BsonValue[] = [];
  for (let at = 0; at < values.length; at += JOINED_AT_ONCE) {
    if (at > 0) yield undefined;
    parts.push(buildArray(values.slice(at, at + JOINED_AT_ONCE), at));
  }
  return parts.length === 1 ? (parts[0] ?? buildArray([])) : joinArrays(parts);
}
