import { isKnownTarget } from './known-targets.js';
import { child } from './stored-value.js';
import { isGroup, sameStored, storedAt } from './stored-group.js';

/** One stored key that changes; undefined is absent. */
export interface ChangedKey {
  /** Path such as `intro_poa.poa`. */
  readonly key: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

/**
 * What has to change, key by key, to make one state of stored targets the other; in this order it can be done, in
 * the opposite order undone. A group that has lost its last key may stay empty.
 *
 * @param before targets as stored
 * @param after targets as they are to be stored
 * @see docs/domain.md, section 6
 */
export function changedKeys(before: unknown, after: unknown, path: readonly string[] = []): ChangedKey[] {
  if (sameStored(before, after)) return [];
  const key = path.join('.');
  if (!isGroup(before) && !isGroup(after)) return [changed(key, before, after)];
  // An object stored in place of a target is no group: it is added and removed as a whole.
  if (isKnownTarget(key) && !(isGroup(before) && isGroup(after))) return [changed(key, before, after)];
  const keys = [...new Set([...keysOf(before), ...keysOf(after)])];
  const inside = keys.flatMap((name) =>
    changedKeys(inGroup(before, name), inGroup(after, name), [...path, name]),
  );
  // What is stored in place of a group is removed first, and restored last.
  if (!isGroup(before)) return before === undefined ? inside : [changed(key, before, undefined), ...inside];
  return isGroup(after) || after === undefined ? inside : [...inside, changed(key, {}, after)];
}

/**
 * Stored targets after a change, whatever else they hold.
 *
 * @returns a new object; the branches that did not change are the same
 */
export function applyKeys(
  stored: unknown,
  changes: readonly ChangedKey[],
): Readonly<Record<string, unknown>> {
  const start = isGroup(stored) ? stored : {};
  return changes.reduce<Readonly<Record<string, unknown>>>(
    (state, { key, after }) => withValue(state, key.split('.'), after, isKnownTarget(key)),
    start,
  );
}

/** Stored targets as they were before a change: keys that it did not touch stay as they are. */
export function undoKeys(stored: unknown, changes: readonly ChangedKey[]): Readonly<Record<string, unknown>> {
  const undone = changes.toReversed().map(({ key, before }) => ({ key, after: before }));
  return applyKeys(stored, undone);
}

/** One write of a change: the value of a path, or its removal. */
export interface TargetWrite {
  /** Path below `targets`; empty for the whole, which then was no object. */
  readonly path: string;
  /** Undefined: the path is removed. */
  readonly value: unknown;
}

/**
 * The smallest writes that bring a change in: one for each key, so that keys that somebody else writes meanwhile are
 * kept. What is stored in place of a group and is no object is replaced as a whole.
 */
export function targetWrites(stored: unknown, changes: readonly ChangedKey[]): TargetWrite[] {
  const next = applyKeys(stored, changes);
  const paths = new Set(changes.map(({ key }) => writablePath(stored, key.split('.'))));
  return [...paths]
    .filter((path) => !above(path).some((group) => paths.has(group)))
    .map((path) => ({ path, value: path === '' ? next : storedAt(next, path) }));
}

/** The paths that a path lies below: the empty one is above all. */
function above(path: string): string[] {
  if (path === '') return [];
  const names = path.split('.');
  return names.map((_, depth) => names.slice(0, depth).join('.'));
}

function writablePath(stored: unknown, path: readonly string[]): string {
  let group = stored;
  for (const [depth, key] of path.entries()) {
    if (group !== undefined && !isGroup(group)) return path.slice(0, depth).join('.');
    group = inGroup(group, key);
  }
  return path.join('.');
}

function withValue(
  group: Readonly<Record<string, unknown>>,
  [key = '', ...rest]: readonly string[],
  value: unknown,
  isTarget: boolean,
): Readonly<Record<string, unknown>> {
  const there = inGroup(group, key);
  if (rest.length > 0) {
    if (value === undefined && !isGroup(there)) return group;
    return { ...group, [key]: withValue(isGroup(there) ? there : {}, rest, value, isTarget) };
  }
  // A group that has got unknown keys since is not replaced by a value that was once stored in its place.
  if (!isTarget && isGroup(there) && !isEmpty(there)) return group;
  if (value !== undefined) return { ...group, [key]: value };
  return Object.fromEntries(Object.entries(group).filter(([name]) => name !== key));
}

const changed = (key: string, before: unknown, after: unknown): ChangedKey => ({
  key,
  ...(before === undefined ? {} : { before }),
  ...(after === undefined ? {} : { after }),
});

const inGroup = (group: unknown, key: string): unknown => (isGroup(group) ? child(group, key) : undefined);

/** Whether a group has lost its last key, or holds only groups that have. */
const isEmpty = (group: unknown): boolean => isGroup(group) && Object.values(group).every(isEmpty);

const keysOf = (group: unknown): string[] => (isGroup(group) ? Object.keys(group) : []);
