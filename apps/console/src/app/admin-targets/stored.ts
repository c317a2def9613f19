import { isGroup, sameStored, storedAt, targetValue } from '@app/domain/targets';
import { type Field, fieldOfPath } from './fields';

/** The targets of a view as they are stored. */
export type Stored = Readonly<Record<string, unknown>>;

/** A stored key with what stands there; null where nothing does. */
export interface StoredKey {
  path: string;
  value: unknown;
}

/** The stored keys of a field that hold something, in the order they are read. */
export function keysOf(stored: Stored, { paths }: Field): StoredKey[] {
  return paths.map((path) => keyAt(stored, path)).filter(({ value }) => value !== null);
}

/** Where a field is read from and written to: the key that wins today, else the contract's. */
export function placeOf(stored: Stored, field: Field): StoredKey {
  const winner = field.paths.find((path) => targetValue(storedAt(stored, path)) !== null);
  return keyAt(stored, winner ?? field.home);
}

export function keyAt(stored: Stored, path: string): StoredKey {
  return { path, value: storedAt(stored, path) ?? null };
}

/** Whether two keys are the same place with the same value. */
export function isSameKey(one: StoredKey, other: StoredKey): boolean {
  return one.path === other.path && sameStored(one.value, other.value);
}

/** Everything that is stored and is no target of the form: it is kept as it is. */
export function otherKeys(stored: Stored): StoredKey[] {
  return leavesOf(stored, []).filter(({ path }) => fieldOfPath(path) === null);
}

function leavesOf(value: unknown, path: readonly string[]): StoredKey[] {
  if (!isGroup(value)) return [{ path: path.join('.'), value }];
  return Object.entries(value).flatMap(([key, child]) => leavesOf(child, [...path, key]));
}
