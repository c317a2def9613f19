import { type SaveDifference, type SavedOpinion, columnsOfBoard } from '@app/domain/board';
import { BOARD, BOARD_PANELS } from './texts';

/** Deals that both changed, each with what both say of it. */
export const conflictLines = (conflicts: readonly SaveDifference[]) =>
  conflicts.map(({ key, client, mine, theirs, isReordered }) => {
    const [name, own, other] = [client ?? BOARD.noClient, wordsOf(mine), wordsOf(theirs)];
    const isOrderOnly = isReordered && own === other;
    const { row, reordered } = BOARD_PANELS.conflict;
    return { key, words: isOrderOnly ? reordered(name, own) : row(name, own, other) };
  });

/** `Delayed at 50%, hidden` */
function wordsOf({ column, probability, hidden }: SavedOpinion): string {
  const label = COLUMNS.find(({ id }) => id === column)?.label ?? BOARD_PANELS.conflict.nowhere;
  const weighed = probability === null ? label : BOARD_PANELS.conflict.at(label, BOARD.percent(probability));
  return hidden ? `${weighed}, ${BOARD_PANELS.conflict.hidden}` : weighed;
}

const COLUMNS = [...columnsOfBoard('projections'), ...columnsOfBoard('pipeline')];
