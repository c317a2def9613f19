import type { BoardDeal } from './board-deal.js';
import { clientKey, type SavedMatch } from './match-saved.js';
import type { SavedDeal } from './saved-board.js';

type Matches = readonly (SavedMatch | null)[];

/**
 * Matches by client and stage, doubted where the deal is worth something else than was saved and its client has several:
 * two deals may have changed their stages. Such a match counts all of the client's as alike.
 *
 * @param matches of each deal
 */
export function withDoubts(
  saved: readonly SavedDeal[],
  deals: readonly BoardDeal[],
  matches: Matches,
): Matches {
  const isDoubted = (match: SavedMatch | null, at: number) =>
    match?.by === 'client_stage' && hasOtherValue(saved[match.place], deals[at]);
  if (!matches.some(isDoubted)) return matches;
  const byId = new Set(matches.flatMap((match) => (match?.by === 'id' ? match.place : [])));
  const savedOf = countsOf(saved.filter(({ check }, place) => check?.is !== 'refused' && !byId.has(place)));
  const dealsOf = countsOf(deals.filter((_, at) => matches[at]?.by !== 'id'));
  return matches.map((match, at) => {
    if (match === null || !isDoubted(match, at)) return match;
    const client = clientKey(deals[at]?.client ?? null);
    return { ...match, alike: Math.max(match.alike, savedOf.get(client) ?? 0, dealsOf.get(client) ?? 0) };
  });
}

const hasOtherValue = (saved: SavedDeal | undefined, deal: BoardDeal | undefined): boolean =>
  saved?.pipeline != null && deal?.value != null && saved.pipeline !== deal.value;

function countsOf(deals: readonly { readonly client: string | null }[]): Map<string | null, number> {
  const counts = new Map<string | null, number>();
  for (const { client } of deals) {
    const key = clientKey(client);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}
