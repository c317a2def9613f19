import type { Codes, RecordSet } from '../../record-set/record-set.js';
import type { Question } from '../model/question.js';
import type { Filters } from '../../filters/filters.js';
import type { Picked, Predicate } from '../model/metric.js';
import { filterOf, type Keeps } from './filter.js';
import { pickedClasses } from './picks.js';
import { type Window, windowOf } from '../model/window.js';

/** Room for the records that a scan finds, as many as the set has. */
export interface Found {
  readonly positions: Uint32Array;
  /** The code that the table has for the class of each; never 0. */
  readonly codes: Uint32Array;
}

/** Room for scans of a set; may be used again and again. */
export function roomFor({ size }: RecordSet): Found {
  return { positions: new Uint32Array(size), codes: new Uint32Array(size) };
}

/**
 * Finds the records in a window whose class the table does not give 0.
 *
 * Which records are in is close to random, and mispredicted branches would take more time than the work itself. So
 * there is no branch: every position is written, and the next one overwrites it unless its record was in. The sign
 * bit of a difference says "outside"; days and their differences fit in 32 bits.
 *
 * @param table a code by class
 * @param found where positions, ascending, and codes go
 * @returns how many were found
 */
export function scan({ size, days, classOf }: RecordSet, window: Window, table: Codes, found: Found): number {
  const { field, from, to } = window;
  const { positions, codes } = found;
  const column = days[field];
  let count = 0;
  for (let position = 0; position < size; position++) {
    const day = column[position] ?? 0;
    const code = table[classOf[position] ?? 0] ?? 0;
    positions[count] = position;
    codes[count] = code;
    count += (1 - (((day - from) | (to - day)) >>> 31)) & (-code >>> 31);
  }
  return count;
}

/** Drops what a filter does not keep from what a scan found; returns how many are left. */
export function keepOnly({ positions, codes }: Found, count: number, keeps: Keeps): number {
  let kept = 0;
  for (let at = 0; at < count; at++) {
    const position = positions[at] ?? 0;
    if (!keeps(position)) continue;
    positions[kept] = position;
    codes[kept++] = codes[at] ?? 0;
  }
  return kept;
}

/** Positions of the records that are picked, under the filters of the question, ascending. */
export function positionsOf(set: RecordSet, { window, where }: Picked, question: Question): Uint32Array {
  return matching(set, windowOf(window, question), where, question.filters);
}

/** Positions of the records in a window that a predicate picks and filters keep, ascending. */
export function matching(set: RecordSet, window: Window, where: Predicate, filters: Filters): Uint32Array {
  const keeps = filterOf(set, filters);
  const found = sharedRoom(set);
  const count = scan(set, window, pickedClasses(set, where), found);
  return found.positions.slice(0, keeps === null ? count : keepOnly(found, count, keeps));
}

let shared: Found = { positions: new Uint32Array(0), codes: new Uint32Array(0) };

/** Room that the next scan uses again: an answer makes dozens, and fresh memory costs more than they do. */
function sharedRoom(set: RecordSet): Found {
  if (shared.positions.length < set.size) shared = roomFor(set);
  return shared;
}
