import { sameStored } from './stored-group.js';
import type { ChangedKey } from './target-changes.js';

/** A change that somebody else made. */
export interface LaterChange {
  readonly keys: readonly ChangedKey[];
}

/** Keys of one's own change, and what somebody else did to them meanwhile. */
export interface MergedChange<Change extends LaterChange> {
  /** Keys to change: nobody else touched them. */
  readonly keys: readonly ChangedKey[];
  /** Keys that somebody else changed to something else, with the newest change of each. */
  readonly conflicts: readonly { readonly key: string; readonly change: Change; readonly value: unknown }[];
}

/**
 * Merges a change into what others changed since its author looked, key by key. A key that the author merely sends
 * back as it was then is not the author's change: what the others made of it stays.
 *
 * @param keys what would change now
 * @param later changes since the author looked, newest first
 * @see docs/domain.md, section 6
 */
export function mergedWithLater<Change extends LaterChange>(
  keys: readonly ChangedKey[],
  later: readonly Change[],
): MergedChange<Change> {
  const touches = touchesOf(later);
  const touched = keys.map((own) => ({ own, theirs: touches(own.key) }));
  const meant = touched.filter(({ own, theirs }) => theirs === null || !isSentBack(own, theirs.oldest));
  return {
    keys: meant.filter(({ theirs }) => theirs === null).map(({ own }) => own),
    conflicts: meant.flatMap(({ own, theirs }) =>
      theirs === null ? [] : [{ key: own.key, change: theirs.newest.change, value: own.before }],
    ),
  };
}

interface Touch<Change> {
  readonly change: Change;
  readonly key: ChangedKey;
  /** Its place among all: 0 is the newest. */
  readonly place: number;
}

/** The first and the last of some touches. */
interface Touches<Change> {
  readonly newest: Touch<Change>;
  readonly oldest: Touch<Change>;
}

/**
 * Finds what touched a key, a group it is in, or a key in it. Each key of the others is looked at once for each group
 * that it is in, so that a thousand keys against a thousand changes cost no more than both together.
 */
function touchesOf<Change extends LaterChange>(
  later: readonly Change[],
): (key: string) => Touches<Change> | null {
  const [at, below] = [new Map<string, Touches<Change>>(), new Map<string, Touches<Change>>()];
  const all = later.flatMap((change) => change.keys.map((key) => ({ change, key })));
  for (const [place, { change, key }] of all.entries()) {
    const touch = { change, key, place };
    const own = { newest: touch, oldest: touch };
    at.set(key.key, combined(at.get(key.key) ?? own, own));
    for (const group of groupsOf(key.key)) below.set(group, combined(below.get(group) ?? own, own));
  }
  return (key) => {
    const found = [at.get(key), below.get(key), ...groupsOf(key).map((group) => at.get(group))];
    return found.reduce<Touches<Change> | null>(
      (sum, touches) => (touches && sum ? combined(sum, touches) : (touches ?? sum)),
      null,
    );
  };
}

const combined = <Change>(one: Touches<Change>, other: Touches<Change>): Touches<Change> => ({
  newest: one.newest.place <= other.newest.place ? one.newest : other.newest,
  oldest: one.oldest.place >= other.oldest.place ? one.oldest : other.oldest,
});

/** What the author saw is what the oldest of the others found. */
const isSentBack = ({ key, after }: ChangedKey, { key: oldest }: Touch<unknown>): boolean =>
  oldest.key === key && sameStored(oldest.before, after);

/** Paths of the groups that a key is in. */
function groupsOf(key: string): string[] {
  const parts = key.split('.');
  return parts.slice(1).map((_, at) => parts.slice(0, at + 1).join('.'));
}
