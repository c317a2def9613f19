import type { SaveDifference } from '@app/domain/board';
import { opinionWords } from './opinion-words';
import { BOARD, BOARD_PANELS } from './texts';

/** Deals that both changed, each with what both say of it. */
export const conflictLines = (conflicts: readonly SaveDifference[]) =>
  conflicts.map(({ key, client, mine, theirs, isReordered }) => {
    const [name, own, other] = [client ?? BOARD.noClient, opinionWords(mine), opinionWords(theirs)];
    const isOrderOnly = isReordered && own === other;
    const { row, reordered } = BOARD_PANELS.conflict;
    return { key, words: isOrderOnly ? reordered(name, own) : row(name, own, other) };
  });
