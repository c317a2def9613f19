import type { BoardDeal } from './board-deal.js';
import { clientKey } from './match-saved.js';
import type { SavedDeal } from './saved-board.js';

/**
 * Which saved deals say again what an earlier one says: an id is one deal, unless the data has it more often, or its
 * entries are of different clients or views.
 *
 * @returns by position in `saved`
 */
export function repeatedDeals(saved: readonly SavedDeal[], deals: readonly BoardDeal[]): boolean[] {
  const several = idsOfSeveral(saved);
  if (several.size === 0) return saved.map(() => false);
  const inData = countsOf(deals.map(({ id }) => id).filter((id) => several.has(id)));
  const kept = new Map<string, SavedDeal[]>();
  return saved.map((deal) => {
    if (!several.has(deal.id)) return false;
    const earlier = kept.get(deal.id) ?? [];
    const hasRoom = earlier.length < (inData.get(deal.id) ?? 1);
    if (!hasRoom && earlier.some((other) => mayBeOne(other, deal))) return true;
    kept.set(deal.id, earlier);
    earlier.push(deal);
    return false;
  });
}

/** Whether nothing says that two saved deals with one id are two. */
const mayBeOne = (one: SavedDeal, other: SavedDeal): boolean =>
  agree(one.view_id, other.view_id) && agree(clientKey(one.client), clientKey(other.client));

const agree = (one: string | null, other: string | null) => one === null || other === null || one === other;

function idsOfSeveral(saved: readonly SavedDeal[]): ReadonlySet<string> {
  const counts = countsOf(saved.map(({ id }) => id).filter((id) => id !== ''));
  return new Set([...counts].flatMap(([id, count]) => (count > 1 ? [id] : [])));
}

function countsOf(ids: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}
