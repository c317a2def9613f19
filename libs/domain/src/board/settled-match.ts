import type { BoardMatch } from './applied-board.js';
import { isDoubtfulMatch } from './applied-board.js';
import type { BoardDeal } from './board-deal.js';
import { identityOf } from './match-check.js';
import { clientKey } from './match-saved.js';
import type { MatchReason } from './match-reason.js';
import type { SavedDeal } from './saved-board.js';

/**
 * A match with what is still open about it, or was settled. What was open when the board was saved stays open, although
 * the deal is recognised by the id that was saved then; who was placed at first stays known. A deal that somebody
 * confirmed is doubted again only where it is found by less than its id and has changed since.
 */
export function settledMatch(
  saved: SavedDeal,
  deal: BoardDeal,
  { by, alike }: { readonly by: MatchReason; readonly alike: number },
): BoardMatch {
  const { check } = saved;
  const found = { by, alike, was: identityOf(saved), isConfirmed: false };
  if (check?.is === 'confirmed')
    return { ...found, isConfirmed: !isDoubtfulMatch(found) || isAsSaved(saved, deal) };
  if (check?.is !== 'open') return found;
  const { was } = check;
  if (check.by !== 'id' && was.id === deal.id) return { by: 'id', alike: 1, was, isConfirmed: false };
  return isDoubtfulMatch(found)
    ? { ...found, was }
    : { by: check.by, alike: check.alike, was, isConfirmed: false };
}

/** Nothing but the id is another one. */
const isAsSaved = ({ client, stage, pipeline }: SavedDeal, deal: BoardDeal): boolean =>
  clientKey(client) === clientKey(deal.client) &&
  stage === (deal.stage || null) &&
  (pipeline === null || pipeline === deal.value);
