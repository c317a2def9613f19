import type { BoardPreferences } from '@app/contracts';
import { readSavedBoard, type SavedBoard, savedDealsOf, storedBoardOf } from '@app/domain';
import { type BoardPlace, kindOf } from './board-place.js';
import type { BoardState } from './board-revisions.service.js';
import type { BoardVersionDocument } from './board-version-document.js';

/** A saved board at one moment, and what is known of its last save. */
export interface CurrentBoard {
  readonly answer: BoardPreferences;
  /** Address; null for other software. */
  readonly savedBy: string | null;
  readonly note: string | null;
}

/** A save, whoever made it. */
interface Save {
  readonly at: Date | null;
  readonly revision: number;
  readonly by: string;
  readonly note: string | null;
}

/** The board of a state. */
export function boardOf(place: BoardPlace, { stored, newest, revision }: BoardState): CurrentBoard {
  const board = readSavedBoard(kindOf(place), stored.preferences);
  const at = stored.updatedAt ?? newest?.at ?? null;
  return current(board, { at, revision, by: newest?.by ?? '', note: newest?.note ?? null });
}

/** The board that a version made: of nobody who came after it. */
export const boardMadeBy = (place: BoardPlace, version: BoardVersionDocument): CurrentBoard =>
  current(readSavedBoard(kindOf(place), version.preferences), version);

/** A board without deals and without a word about it is one that nobody saved, or somebody reset. */
function current(board: SavedBoard, { at, revision, by, note }: Save): CurrentBoard {
  const preferences = storedBoardOf(board);
  if (savedDealsOf(board).length === 0 && note === null)
    return { answer: { preferences, updated_at: null, revision }, savedBy: null, note: null };
  return {
    answer: { preferences, updated_at: at?.toISOString() ?? null, revision },
    savedBy: by === '' ? null : by,
    note,
  };
}
