import { currency } from '../metrics/engine/cent-sums.js';
import { toCents } from '../normalise/money.js';
import type { WholeNumber } from '../number/whole-number.js';
import { projectedCents } from './column-deals.js';
import { clientKey } from './match-saved.js';
import { movedKeys } from './moved-keys.js';
import type { SavedBoard } from './saved-board.js';
import { defaultOf, placesOf, type SavedOpinion, type SavedPlace } from './saved-opinions.js';

/** How many deals a save has otherwise than the one before it; one may count in several. */
export interface SaveChanges {
  /** In another column, or past others in their own; on a pipeline board, whose columns are stages, the latter alone. */
  readonly moved: WholeNumber;
  readonly hidden: WholeNumber;
  /** Hidden before. */
  readonly shown: WholeNumber;
  /** With another probability. */
  readonly weighed: WholeNumber;
  readonly added: WholeNumber;
  readonly removed: WholeNumber;
}

/**
 * What a save of a board changed. A deal is known by its id, or by its client where that is unique among what is left on
 * both sides. Where nothing was saved before, it is compared with the default board, whose order is not known.
 *
 * @see docs/domain.md, section 8
 */
export function saveChanges(before: SavedBoard, after: SavedBoard): SaveChanges {
  const [was, is] = [placesOf(before), placesOf(after)];
  const isFirst = was.size === 0;
  const keys = isFirst ? new Map<string, string>() : sameDeals(was, is);
  const pairs = [...is].flatMap(([key, now]): Pair[] => {
    const of = keys.get(key);
    const then = isFirst ? defaultOf(after.kind, now.deal) : of === undefined ? undefined : was.get(of);
    return then === undefined ? [] : [{ then, now }];
  });
  const reordered = isFirst ? 0 : reorderedIn(was, is, keys);
  const count = (isCounted: (pair: Pair) => boolean) => pairs.filter(isCounted).length;
  const left = after.kind === 'pipeline' ? 0 : count(({ then, now }) => then.column !== now.column);
  return {
    moved: left + reordered,
    hidden: count(({ then, now }) => now.hidden && !then.hidden),
    shown: count(({ then, now }) => then.hidden && !now.hidden),
    weighed: count(({ then, now }) => then.probability !== now.probability),
    added: is.size - pairs.length,
    removed: isFirst ? 0 : was.size - pairs.length,
  };
}

/**
 * What a saved board was projected to bring: what it showed when it was saved.
 *
 * @returns currency; null for a pipeline board, which saves no values, and for the default board, which saves no deals
 */
export function savedProjection(board: SavedBoard): number | null {
  const places = [...placesOf(board).values()];
  if (board.kind === 'pipeline' || places.length === 0) return null;
  const shown = places.filter(({ deal, hidden }) => !hidden && !deal.apart);
  return currency(shown.reduce((sum, place) => sum + BigInt(centsOf(place)), 0n));
}

interface Pair {
  readonly then: SavedOpinion;
  readonly now: SavedPlace;
}

type Places = ReadonlyMap<string, SavedPlace>;

function centsOf({ deal, probability }: SavedPlace): number {
  const value = deal.pipeline === null ? null : toCents(deal.pipeline);
  return value === null ? 0 : projectedCents(value, probability ?? 0);
}

/** The key before of each deal that both saves have. */
function sameDeals(was: Places, is: Places): Map<string, string> {
  const same = new Map([...is.keys()].filter((key) => was.has(key)).map((key) => [key, key]));
  const [lost, found] = [byClient(was, (key) => is.has(key)), byClient(is, (key) => was.has(key))];
  for (const [client, [now, ...others]] of found) {
    const then = lost.get(client);
    if (now !== undefined && others.length === 0 && then?.length === 1) same.set(now, then[0] ?? now);
  }
  return same;
}

function byClient(places: Places, isKnown: (key: string) => boolean): Map<string | null, string[]> {
  const clients = new Map<string | null, string[]>();
  for (const [key, { deal }] of places) {
    const client = clientKey(deal.client);
    if (client !== null && !isKnown(key)) clients.set(client, [...(clients.get(client) ?? []), key]);
  }
  return clients;
}

/** Deals that were moved past others of their column. */
function reorderedIn(was: Places, is: Places, keys: ReadonlyMap<string, string>): number {
  const columns = new Set([...is.values()].map(({ column }) => column));
  return [...columns].reduce((sum, column) => {
    const before = [...was].filter(([, place]) => place.column === column).map(([key]) => key);
    const after = [...is].flatMap(([key, place]) => (place.column === column ? (keys.get(key) ?? []) : []));
    return sum + movedKeys(before, after).size;
  }, 0);
}
