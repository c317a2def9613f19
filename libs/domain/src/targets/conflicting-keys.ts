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
  const touched = keys.map((own) => ({ own, theirs: touching(own.key, later) }));
  const meant = touched.filter(({ own, theirs }) => !isSentBack(own, theirs));
  return {
    keys: meant.filter(({ theirs }) => theirs.length === 0).map(({ own }) => own),
    conflicts: meant.flatMap(({ own, theirs: [newest] }) =>
      newest ? [{ key: own.key, change: newest.change, value: own.before }] : [],
    ),
  };
}

interface Touch<Change> {
  readonly change: Change;
  readonly key: ChangedKey;
}

function touching<Change extends LaterChange>(key: string, later: readonly Change[]): Touch<Change>[] {
  return later.flatMap((change) =>
    change.keys.filter((other) => overlap(key, other.key)).map((other) => ({ change, key: other })),
  );
}

/** What the author saw is what the oldest of the others found. */
function isSentBack<Change>({ key, after }: ChangedKey, theirs: readonly Touch<Change>[]): boolean {
  const oldest = theirs.at(-1)?.key;
  return oldest?.key === key && sameStored(oldest.before, after);
}

const overlap = (left: string, right: string): boolean =>
  left === right || left.startsWith(`${right}.`) || right.startsWith(`${left}.`);
