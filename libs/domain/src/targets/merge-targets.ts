import { isKnownTarget } from './known-targets.js';
import { child, targetValue } from './stored-value.js';
import { isGroup, sameStored } from './stored-group.js';
import { changedKeys, type ChangedKey } from './target-changes.js';

/** What is wrong with one key of a change. */
export interface TargetFault {
  /** Path such as `intro_poa.poa`. */
  readonly key: string;
  readonly message: string;
}

/** A change of targets that cannot be stored; nothing of it is. */
export class InvalidTargetsError extends Error {
  override readonly name = 'InvalidTargetsError';

  constructor(readonly faults: readonly TargetFault[]) {
    super(faults.map(({ message }) => message).join(' '));
  }
}

/**
 * What a change of targets changes in the stored ones, key by key. Groups and keys that it does not name stay, null
 * removes, what it repeats as it is stored is no change, whatever it is.
 *
 * @param stored targets as stored, in any shape
 * @param change groups with the keys to change
 * @throws InvalidTargetsError naming each key that is not known, or whose value is no target
 * @see docs/domain.md, section 6
 */
export function mergedTargets(stored: unknown, change: Readonly<Record<string, unknown>>): ChangedKey[] {
  const faults = faultsIn(stored, change, []);
  if (faults.length > 0) throw new InvalidTargetsError(faults);
  const keys = changedKeys(stored, merged(stored, change));
  if (keys.length > MAX_KEYS) {
    const message = `A change may touch ${MAX_KEYS} keys at most, this one touches ${keys.length}.`;
    throw new InvalidTargetsError([{ key: 'targets', message }]);
  }
  return keys;
}

/** Eighty years of revenue by month. */
const MAX_KEYS = 1_000;
/** No plan reaches it: somebody typed too many digits. */
const TOO_MUCH = 1e12;
/** Deeper than anything that is stored. */
const DEEPEST = 20;

function faultsIn(stored: unknown, sent: unknown, path: readonly string[]): TargetFault[] {
  const key = path.join('.');
  if (path.length > DEEPEST) return [{ key, message: `${path[0] ?? ''} is nested too deeply.` }];
  if (sent !== Infinity && sent !== -Infinity && sameStored(stored, sent)) return [];
  if (path.some(isUnwritable)) {
    return [
      { key, message: `"${key}" has a name that is empty or holds a dot or a dollar sign: nest the keys.` },
    ];
  }
  // Whatever is stored where a target belongs can go.
  if (sent === null && isKnownTarget(key)) return [];
  // Removing a group removes its keys.
  const inside = sent === null && isGroup(stored) ? nothingOf(stored) : sent;
  if (inside === null) return [];
  if (!isGroup(inside)) return faultsOfValue(stored, inside, key);
  return Object.entries(inside).flatMap(([name, value]) =>
    faultsIn(isGroup(stored) ? child(stored, name) : undefined, value, [...path, name]),
  );
}

function faultsOfValue(stored: unknown, sent: unknown, key: string): TargetFault[] {
  const isKnown = isKnownTarget(key);
  if (isGroup(stored) && !isKnown)
    return [{ key, message: `${key} is a group of targets: name the keys in it.` }];
  if (stored === undefined && !isKnown)
    return [{ key, message: `${key} is no target that is known or stored here.` }];
  const value = targetValue(sent);
  if (value === null)
    return [{ key, message: `${key} must be a number of at least 0, or null to remove it.` }];
  if (value >= TOO_MUCH) return [{ key, message: `${key} must be less than 1,000,000,000,000.` }];
  return [];
}

function merged(stored: unknown, sent: unknown): unknown {
  if (sameStored(stored, sent)) return stored;
  if (sent === null) return undefined;
  if (!isGroup(sent)) return sent;
  const keys = new Map(Object.entries(isGroup(stored) ? stored : {}));
  for (const [key, value] of Object.entries(sent)) {
    const next = merged(keys.get(key), value);
    if (next === undefined) keys.delete(key);
    else keys.set(key, next);
  }
  // Nothing was written to it: what is stored in place of a group stays.
  return keys.size === 0 && !isGroup(stored) ? stored : Object.fromEntries(keys);
}

const nothingOf = (group: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.keys(group).map((key) => [key, null]));

/** The database reads such a name as a path or an operator. */
const isUnwritable = (name: string): boolean => name === '' || name.includes('.') || name.startsWith('$');
