import { type SavedOpinion, columnsOfBoard } from '@app/domain/board';
import { BOARD, BOARD_PANELS } from './texts';

/** `Delayed at 50%, hidden`: what a board says of a deal. */
export function opinionWords({ column, probability, hidden }: SavedOpinion): string {
  const label = COLUMNS.find(({ id }) => id === column)?.label ?? BOARD_PANELS.conflict.nowhere;
  const weighed = probability === null ? label : BOARD_PANELS.conflict.at(label, BOARD.percent(probability));
  return hidden ? `${weighed}, ${BOARD_PANELS.conflict.hidden}` : weighed;
}

const COLUMNS = [...columnsOfBoard('projections'), ...columnsOfBoard('pipeline')];
