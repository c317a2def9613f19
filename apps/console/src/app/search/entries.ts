import type { DealRecord, View } from '@app/contracts';
import { fold } from '@app/domain/normalise';
import { type BoardKind, boardKey, startColumn } from '@app/domain/board';
import type { ConsolePage } from '../session/pages';
import { SEARCH } from './texts';

/** A search result. */
export type Entry =
  | { kind: 'deal'; id: string; label: string; hint: string; deal: DealRecord }
  /** A deal as a card of the board of a page. */
  | { kind: 'card'; id: string; label: string; hint: string; page: string; card: string }
  | { kind: 'view'; id: string; label: string; hint: string; view: View }
  | { kind: 'page'; id: string; label: string; hint: string; path: string };

/** The board whose cards are looked for: that of the page that is open, else Closing Projections. */
export const boardOfPage = (page: string): BoardKind => (page === PIPELINE_PAGE ? 'pipeline' : 'projections');

/**
 * The cards of deals on a board.
 *
 * @param placeOf where the board has a card, by its key; empty where that is not known yet
 */
export function cardEntries(
  deals: readonly DealRecord[],
  kind: BoardKind,
  placeOf: (key: string) => string,
): Entry[] {
  return deals.flatMap((deal): Entry[] => {
    if (!startColumn(kind, deal)) return [];
    const key = boardKey(deal);
    const on = kind === 'pipeline' ? PIPELINE_PAGE : PROJECTIONS_PAGE;
    const hint = SEARCH.at(SEARCH.boards[kind], placeOf(key));
    return [{ kind: 'card', id: `card-${key}`, label: deal.client, hint, page: on, card: key }];
  });
}

const PIPELINE_PAGE = 'meetings-generation';
const PROJECTIONS_PAGE = 'projections';

/** Pages whose name contains the text; all pages for an empty text. */
export function pageEntries(
  words: string,
  pages: readonly Pick<ConsolePage, 'path' | 'label' | 'key'>[],
): Entry[] {
  return pages
    .filter(({ label }) => holds(label, words))
    .map(({ path, label, key }) => ({ kind: 'page', id: `page-${path}`, label, hint: `g ${key}`, path }));
}

/** Other views whose name contains the text; all of them for an empty text. */
export function viewEntries(words: string, views: readonly View[], shown: string | null): Entry[] {
  return views
    .filter((view) => view.id !== shown && holds(view.name, words))
    .map((view) => ({ kind: 'view', id: `view-${view.id}`, label: view.name, hint: '', view }));
}

/** The entry that many steps away, wrapping around; the first one where none is selected. */
export function stepped(entries: readonly Entry[], from: string | null, steps: number): string | null {
  const at = entries.findIndex(({ id }) => id === from);
  const next = at < 0 ? (steps > 0 ? 0 : -1) : at + steps;
  return entries.at(next % Math.max(entries.length, 1))?.id ?? null;
}

const holds = (name: string, words: string) => fold(name).includes(fold(words));
