import type { TargetChange } from '@app/contracts';
import { targetValue } from '@app/domain/targets';
import type { Edit, Edits } from './edits';
import { entered } from './entered';
import { fieldOf, fieldOfPath } from './fields';
import { type Stored, type StoredKey, isSameKey, placeOf } from './stored';

/** A target that was changed twice: here, unsaved, and by somebody else. */
export interface Conflict {
  id: string;
  /** The value stored now. */
  theirs: StoredKey;
}

/** A target that somebody else changed, with its new value. */
export interface News {
  id: string;
  path: string;
  by: string;
  at: string;
  after: unknown;
}

/**
 * Unsaved edits after somebody else saved: edits equal to the new values are dropped, the others are kept.
 * Targets changed by both are found by {@link conflictsOf}.
 */
export function rebased(edits: Edits, stored: Stored): Edits {
  return Object.fromEntries(Object.entries(edits).filter(([id, edit]) => !isDone(id, edit, stored)));
}

/** Edits whose target has changed since the edit began. */
export function conflictsOf(edits: Edits, stored: Stored): Conflict[] {
  return Object.entries(edits).flatMap(([id, { base }]) => {
    const field = fieldOf(id);
    if (!field) return [];
    const theirs = placeOf(stored, field);
    return isSameKey(base, theirs) ? [] : [{ id, theirs }];
  });
}

/** Keeps the edit, based on the other person's value. */
export function keepingMine(edits: Edits, { id, theirs }: Conflict): Edits {
  const mine = edits[id];
  return mine ? { ...edits, [id]: { ...mine, base: theirs } } : edits;
}

/**
 * Changes by others since a revision: the newest one for each target.
 *
 * @param changes newest first
 * @param since revision that is on the screen
 * @param own revisions that were made from here
 */
export function newsSince(changes: readonly TargetChange[], since: number, own: ReadonlySet<number>): News[] {
  const news = new Map<string, News>();
  for (const { revision, by, at, keys } of changes) {
    if (revision <= since || own.has(revision)) continue;
    for (const { key, after } of keys) {
      const id = fieldOfPath(key)?.id ?? key;
      if (!news.has(id)) news.set(id, { id, path: key, by, at, after });
    }
  }
  return [...news.values()];
}

function isDone(id: string, { text, base }: Edit, stored: Stored): boolean {
  const field = fieldOf(id);
  if (!field) return true;
  const now = placeOf(stored, field);
  const { value, fault } = entered(text);
  return fault === null && !isSameKey(base, now) && value === targetValue(now.value);
}
