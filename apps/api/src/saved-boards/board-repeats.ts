import type { ProblemField } from '@app/contracts';
import type { BoardKind } from '@app/domain';
import { isItem, itemsOf } from './board-items.js';

/** A deal that a board has once more. */
export interface Repeat extends ProblemField {
  readonly id: string;
  /** How often the board has it so far. */
  readonly times: number;
}

/**
 * Deals that a board has more than once: the same id, client and view. Where the data has an id that often they are
 * several deals, which other software gave one id.
 */
export function repeatsIn(board: BoardKind, preferences: Readonly<Record<string, unknown>>): Repeat[] {
  const seen = new Map<string, { readonly first: string; times: number }>();
  return itemsOf(board, preferences, 'preferences').flatMap(([field, item]) => {
    if (!isItem(item) || typeof item.id !== 'string' || item.id === '') return [];
    const key = JSON.stringify([item.id, item.view_id ?? null, item.client ?? null]);
    const known = seen.get(key);
    if (known === undefined) {
      seen.set(key, { first: field, times: 1 });
      return [];
    }
    known.times += 1;
    const message = `${field} is the deal that ${known.first} is: leave one of them out.`;
    return [{ field, message, id: item.id, times: known.times }];
  });
}
