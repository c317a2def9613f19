import { isGroup } from '../targets/stored-group.js';
import { type BoardKind, columnsOfBoard } from './board-columns.js';
import { isOlderPipelineBoard, readOlderPipelineBoard } from './older-pipeline-board.js';
import type { SavedBoard, SavedDeal } from './saved-board.js';
import { readSavedDeal, storedDealOf, storedOrder } from './stored-deal.js';

/** Names that other software gave to columns of Closing Projections. */
const OLDER_NAMES: Readonly<Partial<Record<string, string>>> = {
  next_14_days: 'next14',
  next_30_60_days: 'next30',
  next_60_90_days: 'next60',
};

/**
 * A saved board from stored preferences of any shape: those of the contract, the older ones, or none at all. What
 * names no deal is left out, keys that the product does not know are kept.
 *
 * @param preferences of `user_projections_preferences`, `asher_pov` or `user_pipeline_preferences`, or for a pipeline
 * board a whole document of `user_preferences`
 * @see docs/domain.md, section 8
 */
export function readSavedBoard(kind: BoardKind, preferences: unknown): SavedBoard {
  if (kind === 'pipeline' && isOlderPipelineBoard(preferences)) return readOlderPipelineBoard(preferences);
  const stored = isGroup(preferences) ? preferences : {};
  const columns = columnsOfBoard(kind).map(({ id }) => ({
    id,
    deals: namesOf(kind, id).flatMap((name) =>
      dealsIn(kind, stored[name], name !== id || name === 'delayed'),
    ),
  }));
  const known = new Set(columns.flatMap(({ id }) => namesOf(kind, id)));
  const extra = Object.fromEntries(Object.entries(stored).filter(([key]) => !known.has(key)));
  return { kind, columns, extra };
}

/**
 * A saved board as preferences of the storage contract. `delayed` is there only when it holds deals.
 *
 * @see docs/domain.md, section 8
 */
export function storedBoardOf({ kind, columns, extra }: SavedBoard): Record<string, unknown> {
  const stored: Record<string, unknown> = { ...extra };
  for (const { id, deals } of columns)
    if (id !== 'delayed' || deals.length > 0) stored[id] = deals.map((deal) => storedDealOf(kind, deal));
  return stored;
}

/** Names under which a column may be stored, the contract's first. */
function namesOf(kind: BoardKind, id: string): string[] {
  const older = kind === 'projections' ? OLDER_NAMES[id] : undefined;
  return older === undefined ? [id] : [id, older];
}

/** @param isOrdered whether entries may say their place: the older shape does */
function dealsIn(kind: BoardKind, stored: unknown, isOrdered: boolean): SavedDeal[] {
  const entries = entriesIn(stored);
  const inOrder = isOrdered ? sortedByPlace(entries) : entries;
  return inOrder.flatMap((entry) => readSavedDeal(kind, entry) ?? []);
}

/** Entries that say no place follow the others. */
function sortedByPlace(entries: readonly unknown[]): unknown[] {
  const places = new Map(entries.map((entry) => [entry, storedOrder(entry) ?? Infinity]));
  const place = (entry: unknown) => places.get(entry) ?? Infinity;
  return [...entries].sort((left, right) => (place(left) === place(right) ? 0 : place(left) - place(right)));
}

const entriesIn = (stored: unknown): readonly unknown[] => (Array.isArray(stored) ? stored : []);
