import { startColumn } from './board-deal.js';
import { type BoardKind, columnsOfBoard, type Probability } from './board-columns.js';
import type { SavedBoard, SavedDeal } from './saved-board.js';
import { UniqueKeys } from './unique-keys.js';

/** What a saved board says of one deal. */
export interface SavedOpinion {
  /** Id of its column; null where the board does not have it. */
  readonly column: string | null;
  readonly probability: Probability | null;
  readonly hidden: boolean;
}

/** What a board may say of a deal. */
export const OPINIONS = ['column', 'probability', 'hidden'] as const satisfies (keyof SavedOpinion)[];

/** A saved deal, and what its board says of it. */
export interface SavedPlace extends SavedOpinion {
  readonly deal: SavedDeal;
}

/** Deals of a saved board by a key that names the same deal in another save of it, in their order. */
export function placesOf({ kind, columns }: SavedBoard): Map<string, SavedPlace> {
  const keys = new UniqueKeys();
  const places = columns.flatMap(({ id, deals }) =>
    deals.map((deal): [string, SavedPlace] => {
      const probability = deal.probability ?? defaultOf(kind, deal).probability;
      return [keys.of(keyOf(deal)), { deal, column: id, probability, hidden: deal.hidden }];
    }),
  );
  return new Map(places);
}

/** What a board says of a deal about which nobody said anything. */
export function defaultOf(kind: BoardKind, { stage }: SavedDeal): SavedOpinion {
  const start = startColumn(kind, { stage: stage ?? '', show_noshow: null });
  const [first] = columnsOfBoard(kind);
  return { column: start?.id ?? first?.id ?? null, probability: start?.probability ?? null, hidden: false };
}

/** A deal that was saved without an id is named by its client and stage. */
const keyOf = ({ id, view_id, client, stage }: SavedDeal): string =>
  [view_id ?? '', id, ...(id === '' ? [client ?? '', stage ?? ''] : [])].join('/');
