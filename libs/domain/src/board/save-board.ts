import {
  type ApartDeal,
  type Board,
  type BoardMatch,
  type ColumnEntry,
  isDoubtfulMatch,
  type PlacedDeal,
} from './applied-board.js';
import type { BoardKind } from './board-columns.js';
import type { MatchCheck } from './match-check.js';
import type { SavedBoard, SavedDeal } from './saved-board.js';

/**
 * A board as it is saved: its deals with what they are recognised by later, and those that are apart as they were, in
 * their places. On a board over several views each deal is saved with its view.
 *
 * @see docs/domain.md, section 8
 */
export function savedBoardOf(board: Board): SavedBoard {
  const { kind, extra } = board;
  const views = board.columns.flatMap(({ entries }) => entries.flatMap((entry) => viewOf(entry) ?? []));
  const hasViews = board.isOverViews || new Set(views).size > 1;
  const columns = board.columns.map(({ id, entries }) => ({
    id,
    deals: entries.map((entry) => savedEntry(entry, kind, hasViews)),
  }));
  return { kind, columns, extra };
}

const viewOf = (entry: ColumnEntry) => (entry.is === 'apart' ? entry.saved.view_id : entry.deal.view_id);

function savedEntry(entry: ColumnEntry, kind: BoardKind, hasViews: boolean): SavedDeal {
  if (entry.is === 'apart') return savedApart(entry);
  return savedDealOf(entry, kind, hasViews);
}

/** That it is unclear which deal of its client it is stays open: once all are saved, the board would not tell. */
function savedApart({ saved, fate }: ApartDeal): SavedDeal {
  const check = fate === 'unclear' ? ({ is: 'unclear' } as const) : saved.check;
  return { ...saved, missing: fate === 'gone', apart: true, check };
}

/** With the new id the deal is recognised by that: what nobody has looked at yet stays open beside it. */
function checkOf(match: BoardMatch | null): MatchCheck | null {
  if (match === null) return null;
  const { by, alike, was, isConfirmed } = match;
  if (isConfirmed) return { is: 'confirmed' };
  return isDoubtfulMatch(match) ? { is: 'open', by, alike, was } : null;
}

function savedDealOf(placed: PlacedDeal, kind: BoardKind, hasViews: boolean): SavedDeal {
  const { deal, match, hidden, probability, extra } = placed;
  const opinion = kind === 'pipeline' ? NO_OPINION : { pipeline: deal.value, owner: deal.owner, probability };
  return {
    id: deal.id,
    view_id: hasViews ? deal.view_id : null,
    client: deal.client || null,
    stage: deal.stage || null,
    ...opinion,
    hidden,
    missing: false,
    apart: false,
    check: checkOf(match),
    extra,
  };
}

/** A pipeline board saves only who is meant and whether it is hidden. */
const NO_OPINION = { pipeline: null, owner: null, probability: null } satisfies Partial<SavedDeal>;
