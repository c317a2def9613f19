import type { CatalogueEntry, DealRecord, FoundDeal, FoundPerson, SavedPage, View } from '@app/contracts';
import { type BoardKind, boardKey, startColumn } from '@app/domain/board';
import { fold } from '@app/domain/normalise';
import type { Action } from '../session/actions';
import type { ConsolePage } from '../session/pages';
import { showsDealsOf } from '../session/views';
import { WORDS } from '../ui/base/words';
import type { Candidate } from './candidates';
import type { Entry } from './entry';
import { SEARCH } from './texts';

/** The board whose cards are looked for: that of the page that is open, else Closing Projections. */
export const boardOfPage = (page: string): BoardKind => (page === PIPELINE_PAGE ? 'pipeline' : 'projections');

const PIPELINE_PAGE = 'meetings-generation';
const PROJECTIONS_PAGE = 'projections';

/**
 * People, in the view that is shown where it has deals of theirs.
 *
 * @param viewNames of the views, by id
 */
export function peopleEntries(
  people: readonly FoundPerson[],
  shown: View | null,
  viewNames: ReadonlyMap<string, string>,
): Entry[] {
  return people.flatMap(({ name, roles, views }): Entry[] => {
    const isHere = views.some((id) => showsDealsOf(shown, id));
    const view = isHere ? shown?.id : views[0];
    if (view === undefined) return [];
    const elsewhere = isHere ? [] : [viewNames.get(view) ?? ''];
    return roles.map((role) => ({
      id: `person-${role}-${fold(name)}`,
      label: name,
      hint: [SEARCH.roles[role], ...elsewhere].join(' · '),
      target: { to: 'person', view, role, name },
    }));
  });
}

/** Deals of any view. @param hintOf what tells deals of one client apart */
export const dealEntries = (found: readonly FoundDeal[], hintOf: (deal: DealRecord) => string): Entry[] =>
  found.map(({ view, deal }) => ({
    id: `deal-${deal.view_id}-${deal.id}`,
    label: deal.client,
    hint: hintOf(deal),
    target: { to: 'deal', view, source: deal.view_id, id: deal.id },
  }));

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
    const card = boardKey(deal);
    const page = kind === 'pipeline' ? PIPELINE_PAGE : PROJECTIONS_PAGE;
    const hint = SEARCH.at(SEARCH.boards[kind], placeOf(card));
    return [{ id: `card-${card}`, label: deal.client, hint, target: { to: 'card', page, card } }];
  });
}

/** The numbers of the catalogue. */
export const numberCandidates = (catalogue: readonly CatalogueEntry[]): Candidate[] =>
  catalogue.map(({ id, label, also_called }) => ({
    entry: { id: `number-${id}`, label, hint: '', target: { to: 'number', metric: id } },
    alsoCalled: also_called,
  }));

const FEWEST_LETTERS = 3;

/** The words that the definitions explain and whose names begin so: with slips, a short word means almost anything. */
export function wordEntries(words: string): Entry[] {
  const begun = fold(words);
  if (begun.length < FEWEST_LETTERS) return [];
  const isMeant = (name: string) => fold(name).startsWith(begun);
  return WORDS.filter(({ word, alsoCalled }) => [word, ...alsoCalled].some(isMeant)).map(({ id, word }) => ({
    id: `term-${id}`,
    label: word,
    hint: '',
    target: { to: 'term', term: id },
  }));
}

/** The pages, with their shortcuts. */
export const pageCandidates = (pages: readonly Pick<ConsolePage, 'path' | 'label' | 'key'>[]): Candidate[] =>
  pages.map(({ path, label, key }) => ({
    entry: { id: `page-${path}`, label, hint: `g ${key}`, target: { to: 'page', path } },
    alsoCalled: [],
  }));

/** The views that are not shown already. */
export const viewCandidates = (views: readonly View[], shown: string | null): Candidate[] =>
  views
    .filter(({ id }) => id !== shown)
    .map(({ id, name }) => ({
      entry: { id: `view-${id}`, label: name, hint: '', target: { to: 'view', view: id } },
      alsoCalled: [],
    }));

/** Saved pages of all views, with what they are of. @param viewNames of the views, by id */
export const savedCandidates = (
  saved: readonly SavedPage[],
  pages: readonly Pick<ConsolePage, 'path' | 'label'>[],
  viewNames: ReadonlyMap<string, string>,
): Candidate[] =>
  saved.map(({ id, name, page, view_id }) => {
    const label = pages.find(({ path }) => path === page)?.label ?? page;
    const hint = [viewNames.get(view_id) ?? '', label].join(' · ');
    return { entry: { id: `saved-${id}`, label: name, hint, target: { to: 'saved', id } }, alsoCalled: [] };
  });

/** What can be done. */
export const actionCandidates = (actions: readonly Action[]): Candidate[] =>
  actions.map(({ id, label, alsoCalled }) => ({
    entry: { id: `action-${id}`, label, hint: '', target: { to: 'action', action: id } },
    alsoCalled,
  }));

/** The entry that many steps away, wrapping around; the first one where none is selected. */
export function stepped(entries: readonly Entry[], from: string | null, steps: number): string | null {
  const at = entries.findIndex(({ id }) => id === from);
  const next = at < 0 ? (steps > 0 ? 0 : -1) : at + steps;
  return entries.at(next % Math.max(entries.length, 1))?.id ?? null;
}
