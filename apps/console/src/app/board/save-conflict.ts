import { type Board, mergeSaves, savedBoardOf, storedBoardOf } from '@app/domain/board';
import type { StoredBoard } from './board-requests';

/** Somebody saved the board since the draft began. */
export interface SaveConflict {
  readonly theirs: StoredBoard;
  /** Both together, and where they differ about the same deal. */
  readonly merged: ReturnType<typeof mergeSaves>;
}

/** @param boards what both began with, and what each made of it */
export function conflictOf(
  theirs: StoredBoard,
  { before, mine, other }: Record<'before' | 'mine' | 'other', Board>,
): SaveConflict {
  return { theirs, merged: mergeSaves(savedBoardOf(before), savedBoardOf(mine), savedBoardOf(other)) };
}

/** Whether two boards are stored as the same, also what is kept of deals that they do not show. */
export const isSameSave = (one: Board, other: Board): boolean => textOf(one) === textOf(other);

const textOf = (board: Board): string => JSON.stringify(storedBoardOf(savedBoardOf(board)));
