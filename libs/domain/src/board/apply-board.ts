import type { AppliedColumn, Board } from './applied-board.js';
import type { BoardDeal } from './board-deal.js';
import { type BoardKind, columnsOfBoard } from './board-columns.js';
import { entryOfNew, entryOfSaved } from './board-entries.js';
import { findDeals } from './found-deals.js';
import { inDefaultOrder } from './default-order.js';
import { repeatedDeals } from './repeated-deals.js';
import type { SavedBoard, SavedDeal } from './saved-board.js';

/**
 * A saved board over the deals of the data, or the default board. Every saved deal ends up in a column, shown or hidden,
 * or apart with what became of it; every deal that belongs on the board is on it exactly once.
 *
 * @param saved null, or a board without any deal, for the default one: then nothing is new
 * @param deals each record once, normalised, in the order of the data: at least those that belong on the board, and those
 * found for `soughtDeals`
 * @see docs/domain.md, section 8
 */
export function applyBoard<Deal extends BoardDeal>(
  saved: SavedBoard | null,
  deals: readonly Deal[],
  kind: BoardKind,
): Board<Deal> {
  const places = placesOf(saved, deals);
  const found = findDeals(kind, savedIn(places), deals);
  const arrivals = places.map((place, at) => {
    const deal = found.bySaved.get(at) ?? null;
    return arrivalOf(kind, place, deal?.start?.id ?? null, entryOfSaved(place.saved, deal, found));
  });
  const stayed = arrivals.filter(({ hasMoved }) => !hasMoved);
  const moved = arrivals.filter(({ hasMoved }) => hasMoved);
  const added = inDefaultOrder(found.unsaved).map((deal) => ({
    column: deal.start.id,
    entry: entryOfNew(deal, places.length > 0),
  }));
  const byColumn = Map.groupBy([...stayed, ...moved, ...added], ({ column }) => column);
  const columns = columnsOfBoard(kind).map(({ id }): AppliedColumn<Deal> => {
    return { id, entries: (byColumn.get(id) ?? []).map(({ entry }) => entry) };
  });
  const isOverViews = deals.some(({ view_id }) => view_id !== deals[0]?.view_id);
  return { kind, columns, isOverViews, extra: saved?.extra ?? {} };
}

/** A saved deal and the column it was saved in. */
interface SavedPlace {
  readonly column: string;
  readonly saved: SavedDeal;
}

/** Saved deals in their order, each once. */
function placesOf(board: SavedBoard | null, deals: readonly BoardDeal[]): SavedPlace[] {
  const columns = board?.columns ?? [];
  const all = columns.flatMap(({ id, deals: own }) => own.map((saved) => ({ column: id, saved })));
  const isRepeated = repeatedDeals(savedIn(all), deals);
  return all.filter((_, at) => isRepeated[at] === false);
}

const savedIn = (places: readonly SavedPlace[]) => places.map(({ saved }) => saved);

/** An entry in the column it belongs to now: on a pipeline board a deal goes where its stage goes. */
function arrivalOf<Entry>(kind: BoardKind, { column }: SavedPlace, start: string | null, entry: Entry) {
  const hasMoved = kind === 'pipeline' && start !== null && start !== column;
  return { column: hasMoved ? start : column, entry, hasMoved };
}
