import type { BoardRecord, MetricTable, TableColumn } from '@app/contracts';
import { type Board, type BoardTotals, boardTotals, placedDeals, shownCards } from '@app/domain/board';
import { fold } from '@app/domain/normalise';
import { OWNER_PROJECTIONS } from './texts';

/** A board, what is shown of it, and its totals. */
export interface BoardOfOwners {
  readonly board: Board<BoardRecord>;
  readonly totals: BoardTotals;
  readonly isShown: (deal: BoardRecord) => boolean;
}

/** Deals, value and projected value of each AE in each column that is used; the totals are the board's. */
export function ownersTable({ board, totals, isShown }: BoardOfOwners): MetricTable {
  const used = totals.columns.filter(({ stages, deals }) => stages.length > 0 || deals > 0);
  const ids = new Set(used.map(({ id }) => id));
  const valuesOf = ({ columns }: BoardTotals) =>
    columns
      .filter(({ id }) => ids.has(id))
      .flatMap(({ deals, value, projected }) => [deals, value, projected]);
  const rows = ownersOf(board, isShown).map(({ key, label }) => {
    const isTheirs = (deal: BoardRecord) => isShown(deal) && keyOf(deal) === key;
    return { key, label, values: valuesOf(boardTotals(board, {}, isTheirs)), small: [] };
  });
  return { by: 'owner', columns: used.flatMap(columnsOf), rows, totals: valuesOf(totals) };
}

/** The column of the board that a column of the table is about. */
export const boardColumnOf = ({ id }: Pick<TableColumn, 'id'>): string => id.replace(/\.\w+$/, '');

/**
 * The cards that a number of the table counts, in the order of the board.
 *
 * @param owner key of a row, `''` for deals without an AE; null for the total row
 */
export const cardsBehind = ({ board, isShown }: BoardOfOwners, column: string, owner: string | null) =>
  shownCards(board, column, (deal) => isShown(deal) && (owner === null || (keyOf(deal) ?? '') === owner));

const keyOf = ({ owner }: Pick<BoardRecord, 'owner'>): string | null => (owner === null ? null : fold(owner));

/** Everybody with a deal that is shown, by name; deals without an AE come last. */
function ownersOf(board: Board<BoardRecord>, isShown: (deal: BoardRecord) => boolean) {
  const deals = placedDeals(board).filter(({ hidden, deal }) => !hidden && isShown(deal));
  const labels = new Map(
    deals.map(({ deal }) => [keyOf(deal), deal.owner ?? OWNER_PROJECTIONS.nobody] as const),
  );
  const owners = [...labels].map(([key, label]) => ({ key, label }));
  return owners.sort(byKey);
}

function byKey({ key: one }: { key: string | null }, { key: other }: { key: string | null }): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  return one < other ? -1 : Number(one > other);
}

function columnsOf({ id, label }: { readonly id: string; readonly label: string }): TableColumn[] {
  const { deals, value, projected } = OWNER_PROJECTIONS.columns;
  return [
    { id: `${id}.deals`, label: deals(label), unit: 'count', metric: null },
    { id: `${id}.value`, label: value(label), unit: 'money', metric: null },
    { id: `${id}.projected`, label: projected(label), unit: 'money', metric: null },
  ];
}
