import { boardKey, type BoardDeal } from './board-deal.js';
import { type SavedBoard, type SavedDeal, savedDealsOf } from './saved-board.js';

/**
 * Saved deals whose ids some deals lack: they are looked up by id and client in the whole of the data before the board
 * is applied. Else a deal that was closed would be taken for another one of its client that is on the board.
 *
 * @param deals those that belong on the board
 * @see docs/domain.md, section 8
 */
export function soughtDeals(saved: SavedBoard, deals: readonly BoardDeal[]): SavedDeal[] {
  const ids = new Set(deals.map(({ id }) => id));
  const keys = new Set(deals.map(boardKey));
  return savedDealsOf(saved).filter(({ id, view_id }) => {
    return view_id === null ? !ids.has(id) : !keys.has(boardKey({ id, view_id }));
  });
}
