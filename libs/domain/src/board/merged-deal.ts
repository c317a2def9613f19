import { sameStored } from '../targets/stored-group.js';
import { child } from '../targets/stored-value.js';
import type { MatchCheck } from './match-check.js';
import type { SavedDeal, UnknownKeys } from './saved-board.js';
import { OPINIONS, type SavedOpinion, type SavedPlace } from './saved-opinions.js';

/** A deal that both sides changed, and differently. */
export interface SaveDifference {
  /** Names the deal. */
  readonly key: string;
  readonly client: string | null;
  readonly mine: SavedOpinion;
  readonly theirs: SavedOpinion;
  /** Whether both put it elsewhere in the order of its column. */
  readonly isReordered: boolean;
}

/** A deal on the board that two saves began with, and on both of them. */
export interface ThreeSides {
  /** On a board that did not have the deal: as on the default one. */
  readonly before: SavedOpinion;
  /** Null on a board that did not have it. */
  readonly saved: SavedDeal | null;
  readonly mine: SavedPlace | null;
  readonly theirs: SavedPlace | null;
}

/**
 * A deal as both sides together have it: what only one of them changed as that side has it, what both changed as I have
 * it.
 *
 * @returns null for a deal that one side removed, and the other one left as it was
 */
export function mergedDeal({ before, saved, mine, theirs }: ThreeSides): SavedPlace | null {
  if (mine === null || theirs === null) {
    const left = mine ?? theirs;
    const isRemoved = saved !== null && left !== null && isSame(before, left);
    return isRemoved ? null : left;
  }
  const sideOf = (name: keyof SavedOpinion) => (mine[name] === before[name] ? theirs : mine);
  const { column } = sideOf('column');
  const [{ deal, probability }, { hidden }] = [sideOf('probability'), sideOf('hidden')];
  const known = mine.deal.missing ? theirs.deal : mine.deal;
  const extra = mergedKeys(saved?.extra ?? {}, mine.deal.extra, theirs.deal.extra);
  const check = mergedCheck(saved, mine.deal, theirs.deal);
  return {
    deal: { ...known, probability: deal.probability, hidden, check, extra },
    column,
    probability,
    hidden,
  };
}

/** What both sides say of a deal where both changed the same of it, and differently: one, or none. */
export function differenceIn(key: string, sides: ThreeSides, isReordered: boolean): SaveDifference[] {
  const { before, saved, mine, theirs } = sides;
  const isRemoved = saved !== null && (mine === null || theirs === null) && mergedDeal(sides) !== null;
  const isDisputed = mine && theirs && OPINIONS.some((name) => isChangedTwice(before, mine, theirs, name));
  if (!isRemoved && !isReordered && isDisputed !== true) return [];
  const client = (mine ?? theirs)?.deal.client ?? null;
  return [{ key, client, mine: opinionOf(mine), theirs: opinionOf(theirs), isReordered }];
}

/** Unknown keys of both sides: what only one of them changed as that side has it, else mine. */
export function mergedKeys(before: UnknownKeys, mine: UnknownKeys, theirs: UnknownKeys): UnknownKeys {
  const keys = new Set([...Object.keys(theirs), ...Object.keys(mine)]);
  const chosen = [...keys].map((key): [string, unknown] => {
    const isMine = !sameStored(child(mine, key), child(before, key));
    return [key, child(isMine ? mine : theirs, key)];
  });
  return Object.fromEntries(chosen.filter(([, value]) => value !== undefined));
}

/** What one side settled is settled; where both did, as I did. */
function mergedCheck(before: SavedDeal | null, mine: SavedDeal, theirs: SavedDeal): MatchCheck | null {
  const isMine = !sameStored(mine.check, before?.check);
  return isMine ? mine.check : theirs.check;
}

const isSame = (one: SavedOpinion, other: SavedOpinion) =>
  OPINIONS.every((name) => one[name] === other[name]);

const isChangedTwice = (
  before: SavedOpinion,
  mine: SavedOpinion,
  theirs: SavedOpinion,
  name: keyof SavedOpinion,
) => mine[name] !== before[name] && theirs[name] !== before[name] && mine[name] !== theirs[name];

const opinionOf = (side: SavedPlace | null): SavedOpinion => ({
  column: side?.column ?? null,
  probability: side?.probability ?? null,
  hidden: side?.hidden ?? false,
});
