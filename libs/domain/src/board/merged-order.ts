import { movedKeys } from './moved-keys.js';
import type { SavedPlace } from './saved-opinions.js';

/** Deals of the board that both sides began with, and of each side, by key in their order. */
export interface Sides {
  readonly base: ReadonlyMap<string, SavedPlace>;
  readonly mine: ReadonlyMap<string, SavedPlace>;
  readonly theirs: ReadonlyMap<string, SavedPlace>;
}

/** A column whose order both sides may have changed. */
export interface MergedColumn {
  readonly id: string;
  /** Keys of its deals in their order. */
  readonly keys: readonly string[];
  /** Keys of deals that both sides moved, and to different places. */
  readonly disputed: ReadonlySet<string>;
}

/**
 * The order of a merged column: theirs, with what I moved or added after what it follows on my side.
 *
 * @param isIn whether a deal is in this column of the merged board
 */
export function mergedOrder(id: string, sides: Sides, isIn: (key: string) => boolean): MergedColumn {
  const [base, mine, theirs] = [sides.base, sides.mine, sides.theirs].map((side) => keysIn(side, id));
  const moved = movedKeys(base ?? [], mine ?? []);
  const theirMoved = movedKeys(base ?? [], theirs ?? []);
  const kept = (theirs ?? []).filter((key) => isIn(key) && !moved.has(key));
  const isKept = new Set(kept);
  const following = Map.groupBy((mine ?? []).filter(isIn).map(afterLast(isKept)), ({ after }) => after);
  const keys = [null, ...kept].flatMap((key) => {
    const followers = (following.get(key) ?? []).flatMap((each) => each.key ?? []);
    return key === null ? followers : [key, ...followers];
  });
  const [mineBefore, theirsBefore] = [previousOf(mine ?? []), previousOf(theirs ?? [])];
  const isDisputed = (key: string) => theirMoved.has(key) && mineBefore.get(key) !== theirsBefore.get(key);
  return { id, keys, disputed: new Set([...moved].filter(isDisputed)) };
}

/** Each key that is not kept, with the last kept one before it; null for a kept one. */
function afterLast(isKept: ReadonlySet<string>) {
  let after: string | null = null;
  return (key: string) => {
    if (isKept.has(key)) after = key;
    return { after, key: isKept.has(key) ? null : key };
  };
}

const keysIn = (side: ReadonlyMap<string, SavedPlace>, column: string): string[] =>
  [...side].filter(([, opinion]) => opinion.column === column).map(([key]) => key);

const previousOf = (keys: readonly string[]) => new Map(keys.map((key, at) => [key, keys[at - 1] ?? null]));
