import { isGroup, sameStored, storedAt, targetValue } from '@app/domain/targets';
import { type Field, fieldOfPath } from './fields';

/** The targets of a view as they are stored. */
export type Stored = Readonly<Record<string, unknown>>;

/** A stored key with its value; null without one. */
export interface StoredKey {
  path: string;
  value: unknown;
}

/** The stored keys of a field that have a value, in order of precedence. */
export function keysOf(stored: Stored, { paths }: Field): StoredKey[] {
  return paths.map((path) => keyAt(stored, path)).filter(({ value }) => value !== null);
}

/** The key that a field is read from and written to: the effective one, else the contract's. */
export function placeOf(stored: Stored, field: Field): StoredKey {
  const winner = field.paths.find((path) => targetValue(storedAt(stored, path)) !== null);
  return keyAt(stored, winner ?? field.home);
}

export function keyAt(stored: Stored, path: string): StoredKey {
  return { path, value: storedAt(stored, path) ?? null };
}

/** Whether two keys are the same and have the same value. */
export function isSameKey(one: StoredKey, other: StoredKey): boolean {
  return one.path === other.path && sameStored(one.value, other.value);
}

/** Everything stored that is not a target of the form; it is kept unchanged. */
export function otherKeys(stored: Stored): StoredKey[] {
  return leavesOf(stored, []).filter(({ path }) => fieldOfPath(path) === null);
}

function leavesOf(value: unknown, path: readonly string[]): StoredKey[] {
  if (!isGroup(value)) return [{ path: path.join('.'), value }];
  return Object.entries(value).flatMap(([key, child]) => leavesOf(child, [...path, key]));
}
