import {
  type ApartDeal,
  type Board,
  type BoardMatch,
  cardsOf,
  type ColumnEntry,
  doubtfulEntries,
  isDoubtfulEntry,
  isDoubtfulMatch,
  type PlacedDeal,
  placedDeals,
} from './applied-board.js';
import { type BoardDeal, startColumn } from './board-deal.js';
import { apartKey, entryOfNew } from './board-entries.js';
import type { SavedIdentity } from './match-check.js';
import { clientKey } from './match-saved.js';
import type { SavedDeal } from './saved-board.js';
import { UniqueKeys } from './unique-keys.js';

/**
 * The board on which a doubtful match is right: the deal keeps its place, and nobody is asked again, whatever id it gets
 * later. Where nothing is doubtful, nothing changes.
 *
 * @see docs/domain.md, section 8
 */
export function confirmMatch<Deal extends BoardDeal>(board: Board<Deal>, key: string): Board<Deal> {
  const entry = doubtfulMatch(board, key);
  return entry === null ? board : replaced(board, entry, [confirmed(entry)]);
}

/** The board on which every doubtful match is right: one step. What it is unclear of stays. */
export const confirmAllMatches = <Deal extends BoardDeal>(board: Board<Deal>): Board<Deal> =>
  doubtfulEntries(board).reduce((now, { key }) => confirmMatch(now, key), board);

/**
 * The board on which a doubtful match is wrong: what was saved stays apart in its place, and no deal of its client is
 * taken for it again; the deal goes to the end of the column that it starts in, as one that nobody placed. A saved deal
 * of which it was unclear which one it is stays apart, too: it is none of them.
 *
 * @see docs/domain.md, section 8
 */
export function refuseMatch<Deal extends BoardDeal>(board: Board<Deal>, key: string): Board<Deal> {
  const entry = entryOf(board, key);
  if (entry === null || !isDoubtfulEntry(entry)) return board;
  const apart = refused(entry, keysOf(board));
  const left = replaced(board, entry, apart === null ? [] : [apart]);
  return entry.is === 'placed' ? withNew(left, entry) : left;
}

/** The cards that an unclear saved deal may be: those of its client. */
export function candidatesOf<Deal extends BoardDeal>(board: Board<Deal>, key: string): PlacedDeal<Deal>[] {
  const entry = entryOf(board, key);
  const client = entry?.is === 'apart' && entry.fate === 'unclear' ? clientKey(entry.saved.client) : null;
  if (client === null) return [];
  return placedDeals(board).filter(({ deal }) => clientKey(deal.client) === client);
}

/**
 * The board on which an unclear saved deal is one of its candidates: that card gets its place, probability and hidden
 * mark. On a pipeline board the column is the stage: a card of another column stays in that.
 *
 * @see docs/domain.md, section 8
 */
export function recogniseAs<Deal extends BoardDeal>(
  board: Board<Deal>,
  key: string,
  card: string,
): Board<Deal> {
  const unclear = entryOf(board, key);
  const chosen = candidatesOf(board, key).find((candidate) => candidate.key === card);
  if (unclear?.is !== 'apart' || chosen === undefined) return board;
  const { probability, hidden, extra } = unclear.saved;
  const known = {
    ...chosen,
    ...confirmed(chosen),
    probability: chosen.probability === null ? null : (probability ?? chosen.probability),
    hidden,
    isNew: false,
    extra,
  };
  const isInColumn = board.columns.some(
    ({ id, entries }) => entries.includes(unclear) && cardsOf(board, id).includes(chosen),
  );
  if (board.kind === 'pipeline' && !isInColumn)
    return replaced(replaced(board, unclear, []), chosen, [known]);
  return replaced(replaced(board, chosen, []), unclear, [known]);
}

function doubtfulMatch<Deal extends BoardDeal>(board: Board<Deal>, key: string): ColumnEntry<Deal> | null {
  const entry = entryOf(board, key);
  return entry !== null && isDoubtfulMatch(entry.match) ? entry : null;
}

const entryOf = <Deal extends BoardDeal>({ columns }: Board<Deal>, key: string): ColumnEntry<Deal> | null =>
  columns.flatMap(({ entries }) => entries).find((entry) => entry.key === key) ?? null;

function confirmed<Deal extends BoardDeal>(entry: ColumnEntry<Deal>): ColumnEntry<Deal> {
  if (entry.deal === null) return entry;
  const was = identityOfDeal(entry.deal, entry.match?.was ?? null);
  const match: BoardMatch = { by: 'id', alike: 1, was, isConfirmed: true };
  if (entry.is === 'placed') return { ...entry, match };
  return { ...entry, match, saved: { ...entry.saved, ...was, check: { is: 'confirmed' } } };
}

/** Who a deal of the data is; with its view only where it was saved with one. */
const identityOfDeal = (
  { id, view_id, client, stage, value, owner }: BoardDeal,
  was: SavedIdentity | null,
): SavedIdentity => ({
  id,
  view_id: was?.view_id == null ? null : view_id,
  client: client || null,
  stage: stage || null,
  pipeline: value,
  owner,
});

/** What was saved, apart; null for what neither id nor client names any more. */
function refused<Deal extends BoardDeal>(entry: ColumnEntry<Deal>, keys: UniqueKeys): ApartDeal<Deal> | null {
  const saved = placementOf(entry);
  // Of several with its id it is none: that id names another deal.
  const isOfId = entry.match?.by === 'id';
  const [id, client] = isOfId ? ['', saved.client ?? clientOf(entry.deal)] : [saved.id, saved.client];
  if (id === '' && client === null) return null;
  const apart: SavedDeal = { ...saved, id, client, missing: false, apart: true, check: { is: 'refused' } };
  const key = entry.is === 'apart' && entry.deal === null ? entry.key : keys.of(apartKey(apart));
  return { is: 'apart', key, saved: apart, fate: 'refused', deal: null, match: null };
}

const clientOf = (deal: BoardDeal | null): string | null =>
  deal === null || deal.client === '' ? null : deal.client;

/** Who was placed there, and how. */
function placementOf(entry: ColumnEntry): SavedDeal {
  if (entry.is === 'apart') return { ...entry.saved, ...entry.match?.was };
  const { probability, hidden, extra, match } = entry;
  const was = match?.was ?? identityOfDeal(entry.deal, null);
  return { ...was, probability, hidden, missing: false, apart: false, check: null, extra };
}

/** Keys that are on the board. */
function keysOf({ columns }: Board): UniqueKeys {
  const keys = new UniqueKeys();
  for (const { entries } of columns) for (const { key } of entries) keys.of(key);
  return keys;
}

function replaced<Deal extends BoardDeal>(
  board: Board<Deal>,
  entry: ColumnEntry<Deal>,
  by: readonly ColumnEntry<Deal>[],
): Board<Deal> {
  const columns = board.columns.map((column) => {
    const at = column.entries.indexOf(entry);
    return at < 0 ? column : { ...column, entries: column.entries.toSpliced(at, 1, ...by) };
  });
  return { ...board, columns };
}

/** The board with a deal at the end of the column that it starts in. */
function withNew<Deal extends BoardDeal>(board: Board<Deal>, { key, deal }: PlacedDeal<Deal>): Board<Deal> {
  const start = startColumn(board.kind, deal);
  if (start === null) return board;
  const added = entryOfNew({ key, deal, match: null, start }, true);
  const columns = board.columns.map((column) =>
    column.id === start.id ? { ...column, entries: [...column.entries, added] } : column,
  );
  return { ...board, columns };
}
