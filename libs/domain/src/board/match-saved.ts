import { type Match, matchInPasses, type MatchKey, type MatchPass } from '../data-structures/match-passes.js';
import { fold } from '../normalise/fold.js';
import type { BoardDeal } from './board-deal.js';
import type { MatchReason } from './match-reason.js';
import type { SavedDeal } from './saved-board.js';

/** Which saved deal each deal of the data is. */
export type SavedMatch = Match<MatchReason>;

/**
 * Recognises the deals of the data among those that a board saved: by id, then by client and stage (of several that are
 * alike the one with the saved value, then in their order), then by client alone where that is unique on both sides
 * among what is left. Each saved deal is taken once. A deal that was saved with its view is looked for in that view; one
 * of which somebody said that its client's deal is another is recognised by its id only.
 *
 * @param saved each deal once, without those that `repeatedDeals` names
 * @returns the saved deal that each deal is; null for a new one
 * @see docs/domain.md, section 8
 */
export function matchSaved(saved: readonly SavedDeal[], deals: readonly BoardDeal[]): (SavedMatch | null)[] {
  return matchInPasses(saved, deals, PASSES);
}

/** A folded client; null for none, which says nothing about who it is. */
export const clientKey = (client: string | null): string | null => fold(client ?? '') || null;

type Key = MatchKey<SavedDeal, BoardDeal>;
type Pass = MatchPass<SavedDeal, BoardDeal, MatchReason>;

const ID: Key = { ofExisting: ({ id }) => id || null, ofIncoming: ({ id }) => id || null };

const VIEW: Key = { ofExisting: ({ view_id }) => view_id, ofIncoming: ({ view_id }) => view_id };

/** A refused deal is not taken for one of its client again. */
const CLIENT: Key = {
  ofExisting: ({ client, check }) => (check?.is === 'refused' ? null : clientKey(client)),
  ofIncoming: ({ client }) => clientKey(client),
};

const STAGE: Key = {
  ofExisting: ({ stage }) => (stage === null ? null : fold(stage)),
  ofIncoming: ({ stage }) => fold(stage),
};

const VALUE: Key = {
  ofExisting: ({ pipeline }) => textOrNull(pipeline),
  ofIncoming: ({ value }) => textOrNull(value),
};

const textOrNull = (value: number | null) => (value === null ? null : `${value}`);

const CLIENT_STAGE = both(CLIENT, STAGE);

/**
 * Of records that share an id, which only other software writes, those come first that are the same otherwise too.
 * Deals that were saved with a view are looked for there before the others are looked for anywhere.
 */
const PASSES: readonly Pass[] = [
  { ...ID, by: 'id' as const, alike: [both(CLIENT_STAGE, VALUE), CLIENT_STAGE] },
  { ...CLIENT_STAGE, by: 'client_stage' as const, alike: [VALUE] },
  { ...CLIENT, by: 'client' as const, alike: null },
].flatMap((pass) => [
  { ...pass, ...inItsView(pass) },
  { ...pass, ...inAnyView(pass) },
]);

/** Two keys as one. */
function both(one: Key, other: Key): Key {
  const joined = (left: string | null, right: () => string | null): string | null => {
    const more = left === null ? null : right();
    return more === null ? null : `${left ?? ''}\n${more}`;
  };
  return {
    ofExisting: (saved) => joined(one.ofExisting(saved), () => other.ofExisting(saved)),
    ofIncoming: (deal) => joined(one.ofIncoming(deal), () => other.ofIncoming(deal)),
  };
}

/** Saved deals with a view. */
function inItsView(key: Key): Key {
  return both(VIEW, key);
}

/** Saved deals without a view. */
function inAnyView({ ofExisting, ofIncoming }: Key): Key {
  return { ofExisting: (saved) => (saved.view_id === null ? ofExisting(saved) : null), ofIncoming };
}
