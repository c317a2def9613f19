import type { RecordRef } from '../metrics/records/select-records.js';
import type { RecordSet } from '../record-set/record-set.js';
import { type BoardKind, columnsOfBoard } from './board-columns.js';
import { columnPositions, inOrder } from './column-deals.js';

const EVERYBODY = { filters: {} };

/**
 * All deals that belong on a board, whatever their dates and AE: column by column, each in its default order.
 *
 * @see docs/domain.md, section 8
 */
export function dealsOfBoard(sets: readonly RecordSet[], kind: BoardKind): RecordRef[] {
  return columnsOfBoard(kind).flatMap((column) => inOrder(sets, columnPositions(sets, column, EVERYBODY)));
}
