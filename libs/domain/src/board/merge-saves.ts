import { differenceIn, mergedDeal, mergedKeys, type SaveDifference, type ThreeSides } from './merged-deal.js';
import { mergedOrder } from './merged-order.js';
import type { SavedBoard } from './saved-board.js';
import { defaultOf, placesOf, type SavedPlace } from './saved-opinions.js';

/** Two saves as one. */
export interface MergedSaves {
  readonly board: SavedBoard;
  /** Where both sides changed the same of a deal: the board has what I made of it, and a removed deal is on it. */
  readonly conflicts: readonly SaveDifference[];
}

/**
 * Merges two saves of a board deal by deal: what only one side changed is as that side has it. A deal that was not on
 * the board that both began with counts as changed where a side has it otherwise than the default board.
 *
 * @param base the board that both began with
 * @see docs/domain.md, section 8
 */
export function mergeSaves(base: SavedBoard, mine: SavedBoard, theirs: SavedBoard): MergedSaves {
  const { kind, columns } = base;
  const sides = { base: placesOf(base), mine: placesOf(mine), theirs: placesOf(theirs) };
  const deals = new Map<string, ThreeSides>();
  const merged = new Map<string, SavedPlace>();
  for (const [key, known] of [...sides.mine, ...sides.theirs]) {
    const saved = sides.base.get(key) ?? null;
    const [own, other] = [sides.mine.get(key) ?? null, sides.theirs.get(key) ?? null];
    const before = saved ?? defaultOf(kind, known.deal);
    const three = { before, saved: saved?.deal ?? null, mine: own, theirs: other };
    const opinion = mergedDeal(three);
    deals.set(key, three);
    if (opinion !== null) merged.set(key, opinion);
  }
  const orders = columns.map(({ id }) => mergedOrder(id, sides, (key) => merged.get(key)?.column === id));
  const disputed = new Set(orders.flatMap((order) => [...order.disputed]));
  const board: SavedBoard = {
    kind,
    columns: orders.map(({ id, keys }) => ({
      id,
      deals: keys.flatMap((key) => merged.get(key)?.deal ?? []),
    })),
    extra: mergedKeys(base.extra, mine.extra, theirs.extra),
  };
  return {
    board,
    conflicts: [...deals].flatMap(([key, three]) => differenceIn(key, three, disputed.has(key))),
  };
}
