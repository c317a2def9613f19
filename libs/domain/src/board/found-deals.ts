import type { BoardMatch } from './applied-board.js';
import type { BoardKind, ColumnDefinition } from './board-columns.js';
import { type BoardDeal, boardKey, startColumn } from './board-deal.js';
import { withDoubts } from './doubted-matches.js';
import { clientKey, matchSaved } from './match-saved.js';
import { settledMatch } from './settled-match.js';
import type { SavedDeal } from './saved-board.js';
import { UniqueKeys } from './unique-keys.js';

/** A deal of the data that is saved, belongs on the board, or both. */
export interface FoundDeal<Deal extends BoardDeal> {
  readonly key: string;
  readonly deal: Deal;
  /** The column it starts in; null for a deal that does not belong on the board. */
  readonly start: ColumnDefinition | null;
  /** Null for a deal that was not saved. */
  readonly match: BoardMatch | null;
}

/** A deal that belongs on the board. */
export interface StartingDeal<Deal extends BoardDeal> extends FoundDeal<Deal> {
  readonly start: ColumnDefinition;
}

/** What the data has of a board's saved deals, and what it has besides. */
export interface FoundDeals<Deal extends BoardDeal> {
  /** By position among the saved deals; those that were not found are absent. */
  readonly bySaved: ReadonlyMap<number, FoundDeal<Deal>>;
  /** Deals that belong on the board and were not saved, in the order of the data. */
  readonly unsaved: readonly StartingDeal<Deal>[];
  /** Folded clients of saved deals that were not found, where the data has other deals of theirs. */
  readonly unclear: ReadonlySet<string>;
  /** Folded clients of those that were unclear when the board was saved, where the data still has deals of theirs. */
  readonly stillUnclear: ReadonlySet<string>;
  /** Keys that are given out so far. */
  readonly keys: UniqueKeys;
}

/** Looks for saved deals in the data. @see docs/domain.md, section 8 */
export function findDeals<Deal extends BoardDeal>(
  kind: BoardKind,
  saved: readonly SavedDeal[],
  deals: readonly Deal[],
): FoundDeals<Deal> {
  const matches = withDoubts(saved, deals, matchSaved(saved, deals));
  const keys = new UniqueKeys();
  const bySaved = new Map<number, FoundDeal<Deal>>();
  const unsaved: StartingDeal<Deal>[] = [];
  for (const [at, deal] of deals.entries()) {
    const found = matches[at];
    const start = startColumn(kind, deal);
    const of = found && saved[found.place];
    if (of) {
      const match = settledMatch(of, deal, found);
      bySaved.set(found.place, { key: keys.of(boardKey(deal)), deal, start, match });
    } else if (start) unsaved.push({ key: keys.of(boardKey(deal)), deal, start, match: null });
  }
  const lost = saved.filter((_, at) => !bySaved.has(at));
  const unclear = clientsAmong(lost, (at) => matches[at] === null, deals);
  const stillUnclear = clientsAmong(lost.filter(isUnclear), () => true, deals);
  return { bySaved, unsaved, unclear, stillUnclear, keys };
}

const isUnclear = ({ check }: SavedDeal): boolean => check?.is === 'unclear';

/** Folded clients of saved deals that those of the deals are of which are left. */
function clientsAmong(
  saved: readonly SavedDeal[],
  isLeft: (at: number) => boolean,
  deals: readonly BoardDeal[],
): ReadonlySet<string> {
  const wanted = new Set(saved.flatMap(({ client }) => clientKey(client) ?? []));
  if (wanted.size === 0) return wanted;
  const left = deals.filter((_, at) => isLeft(at)).flatMap(({ client }) => clientKey(client) ?? []);
  return new Set(left.filter((client) => wanted.has(client)));
}
