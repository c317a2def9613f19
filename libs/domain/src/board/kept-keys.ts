import { type SavedBoard, type SavedDeal, savedDealsOf, type UnknownKeys } from './saved-board.js';

/**
 * A board that is about to be saved, with the keys that the product does not know and that its sender left out: those
 * of the board, and those of each deal under the same id. What the sender says of such a key holds.
 *
 * @param before the board that is saved now
 * @see docs/domain.md, section 8
 */
export function withKeptKeys(board: SavedBoard, before: SavedBoard): SavedBoard {
  const known = new Map(
    savedDealsOf(before)
      .filter(({ id, extra }) => id !== '' && Object.keys(extra).length > 0)
      .map((deal): [string, UnknownKeys] => [keyOf(deal), deal.extra]),
  );
  const kept = (deal: SavedDeal): SavedDeal => {
    const extra = known.get(keyOf(deal));
    return extra === undefined ? deal : { ...deal, extra: { ...extra, ...deal.extra } };
  };
  return {
    ...board,
    columns: board.columns.map(({ id, deals }) => ({ id, deals: deals.map(kept) })),
    extra: { ...before.extra, ...board.extra },
  };
}

const keyOf = ({ id, view_id }: SavedDeal): string => JSON.stringify([id, view_id]);
