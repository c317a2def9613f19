import type { TargetChange } from '@app/contracts';
import { targetValue } from '@app/domain/targets';
import type { Edit, Edits } from './edits';
import { entered } from './entered';
import { fieldOf, fieldOfPath } from './fields';
import { type Stored, type StoredKey, isSameKey, placeOf } from './stored';

/** A target that two people changed: one here, unsaved, one elsewhere. */
export interface Conflict {
  id: string;
  /** What stands there now. */
  theirs: StoredKey;
}

/** A target that somebody else changed, and what it is now. */
export interface News {
  id: string;
  path: string;
  by: string;
  at: string;
  after: unknown;
}

/**
 * Edits after somebody else saved: what says the same as theirs is done, everything else is kept as it was typed.
 * Where both changed the same target, {@link conflictsOf} asks.
 */
export function rebased(edits: Edits, stored: Stored): Edits {
  return Object.fromEntries(Object.entries(edits).filter(([id, edit]) => !isDone(id, edit, stored)));
}

/** Edits whose target is no longer what it was when the edit began. */
export function conflictsOf(edits: Edits, stored: Stored): Conflict[] {
  return Object.entries(edits).flatMap(([id, { base }]) => {
    const field = fieldOf(id);
    if (!field) return [];
    const theirs = placeOf(stored, field);
    return isSameKey(base, theirs) ? [] : [{ id, theirs }];
  });
}

/** The edit stands, knowing what the other one wrote. */
export function keepingMine(edits: Edits, { id, theirs }: Conflict): Edits {
  const mine = edits[id];
  return mine ? { ...edits, [id]: { ...mine, base: theirs } } : edits;
}

/**
 * What others changed since a revision, one entry a target, the newest change of each.
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
