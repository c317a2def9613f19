import type { Board, ColumnEntry, PlacedDeal } from './applied-board.js';
import type { BoardDeal } from './board-deal.js';
import type { Probability } from './board-columns.js';

/** Where a card goes. */
export interface CardPlace {
  /** Id of the column. */
  readonly column: string;
  /** Key of the card that it goes before; null for the end of the column. */
  readonly before: string | null;
}

/**
 * The board with a card somewhere else: before another card, or at the end of a column. On a pipeline board the column
 * is the stage, so that a card is only put in order within its own. A card or column that is not there changes nothing.
 *
 * @see docs/domain.md, section 8
 */
export function moveCard<Deal extends BoardDeal>(
  board: Board<Deal>,
  key: string,
  { column, before }: CardPlace,
): Board<Deal> {
  const from = board.columns.find(({ entries }) => entries.some((entry) => isCard(entry, key)));
  const card = from?.entries.find((entry) => isCard(entry, key));
  const isThere = board.columns.some(({ id }) => id === column);
  if (!from || !card || !isThere || before === key) return board;
  if (board.kind === 'pipeline' && from.id !== column) return board;
  const columns = board.columns.map(({ id, entries }) => {
    const others = entries.filter((entry) => entry !== card);
    return { id, entries: id === column ? withCard(others, card, before) : others };
  });
  return { ...board, columns };
}

/** The board without a card: it keeps its place, and counts nowhere on the board. @see docs/domain.md, section 8 */
export const hideCard = <Deal extends BoardDeal>(board: Board<Deal>, key: string): Board<Deal> =>
  withEntry(board, key, (card) => ({ ...card, hidden: true }));

/** The board with a hidden card in its place again. @see docs/domain.md, section 8 */
export const unhideCard = <Deal extends BoardDeal>(board: Board<Deal>, key: string): Board<Deal> =>
  withEntry(board, key, (card) => ({ ...card, hidden: false }));

/** The board with another probability of a deal; a pipeline board has none. @see docs/domain.md, section 8 */
export const chooseProbability = <Deal extends BoardDeal>(
  board: Board<Deal>,
  key: string,
  probability: Probability,
): Board<Deal> =>
  withEntry(board, key, (card) => (card.probability === null ? card : { ...card, probability }));

/** The board without a saved deal that is not on it: its place is kept no longer. @see docs/domain.md, section 8 */
export function forgetApart<Deal extends BoardDeal>(board: Board<Deal>, key: string): Board<Deal> {
  const isForgotten = (entry: ColumnEntry<Deal>) => entry.is === 'apart' && entry.key === key;
  if (!board.columns.some(({ entries }) => entries.some(isForgotten))) return board;
  const columns = board.columns.map(({ id, entries }) => ({
    id,
    entries: entries.filter((entry) => !isForgotten(entry)),
  }));
  return { ...board, columns };
}

const isCard = (entry: ColumnEntry, key: string): boolean => entry.is === 'placed' && entry.key === key;

/** A card before which another one goes may have left the column: then the end is meant. */
function withCard<Entry extends { readonly key: string }>(
  entries: readonly Entry[],
  card: Entry,
  before: string | null,
): Entry[] {
  const at = before === null ? -1 : entries.findIndex(({ key }) => key === before);
  return at < 0 ? [...entries, card] : [...entries.slice(0, at), card, ...entries.slice(at)];
}

function withEntry<Deal extends BoardDeal>(
  board: Board<Deal>,
  key: string,
  change: (card: PlacedDeal<Deal>) => PlacedDeal<Deal>,
): Board<Deal> {
  const columns = board.columns.map((column) => {
    const at = column.entries.findIndex((entry) => isCard(entry, key));
    const card = column.entries[at];
    if (card?.is !== 'placed') return column;
    const changed = change(card);
    return changed === card ? column : { ...column, entries: column.entries.with(at, changed) };
  });
  return columns.some((column, at) => column !== board.columns[at]) ? { ...board, columns } : board;
}
