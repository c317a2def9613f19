import { isAny } from '../metrics/catalogue/predicates.js';
import { matching } from '../metrics/engine/positions.js';
import { EVERY_RECORD } from '../metrics/model/window.js';
import type { RecordRef } from '../metrics/records/select-records.js';
import type { RecordSet } from '../record-set/record-set.js';
import { type BoardKind, columnsOfBoard } from './board-columns.js';
import { type BoardDeal, startColumn } from './board-deal.js';
import { clientKey } from './match-saved.js';
import type { SavedDeal } from './saved-board.js';

/**
 * Tells which deals of the data a board needs to be told: those that belong on it, and those that a saved deal may be.
 *
 * @see docs/domain.md, section 8
 */
export function concernsBoard(kind: BoardKind, saved: readonly SavedDeal[]): (deal: BoardDeal) => boolean {
  const ids = new Set(saved.map(({ id }) => id));
  const clients = clientsOf(saved);
  return (deal) =>
    ids.has(deal.id) || startColumn(kind, deal) !== null || clients.has(clientKey(deal.client) ?? '');
}

/**
 * The same of record sets, which hold no ids: records that belong on the board, and those of the clients of some saved
 * deals, in the order of the data.
 *
 * @param saved those that were not found by their id: only these are looked for by client
 */
export function concernedRecords(
  sets: readonly RecordSet[],
  kind: BoardKind,
  saved: readonly SavedDeal[],
): RecordRef[] {
  const clients = clientsOf(saved);
  return sets.flatMap((set, at) =>
    Array.from(concernedIn(set, kind, clients), (position) => ({ set: at, position })),
  );
}

function concernedIn(set: RecordSet, kind: BoardKind, clients: ReadonlySet<string>): Uint32Array {
  const columns = columnsOfBoard(kind);
  const belongs = set.classes.map((facts) => columns.some(({ where }) => where(facts)));
  const isWanted = set.clients.map((client) => clients.has(client));
  return matching(set, EVERY_RECORD, isAny, {}).filter(
    (position) =>
      belongs[set.classOf[position] ?? 0] === true || isWanted[set.clientOf[position] ?? 0] === true,
  );
}

const clientsOf = (saved: readonly SavedDeal[]): ReadonlySet<string> =>
  new Set(saved.flatMap(({ client }) => clientKey(client) ?? []));
