import type { Signal } from '@angular/core';
import type { BoardRecord, SavedBoardColumns } from '@app/contracts';
import {
  type Board,
  type BoardKind,
  type SavedBoard,
  applyBoard,
  readSavedBoard,
  savedBoardOf,
} from '@app/domain/board';

/** A board over the deals of the data. */
export type LiveBoard = Board<BoardRecord>;

/** What saved boards are over the deals of now, and what each was read from. */
export class LiveBoards {
  /** Newer answers about the data are applied to that, not to what an older one made of it. */
  private readonly readFrom = new WeakMap<LiveBoard, SavedBoard>();

  constructor(
    private readonly kind: BoardKind,
    private readonly deals: Signal<readonly BoardRecord[]>,
  ) {}

  read(preferences: SavedBoardColumns): SavedBoard {
    return readSavedBoard(this.kind, preferences);
  }

  applied(saved: SavedBoard): LiveBoard {
    const board = applyBoard(saved, this.deals(), this.kind);
    this.readFrom.set(board, saved);
    return board;
  }

  savedOf(board: LiveBoard): SavedBoard {
    return this.readFrom.get(board) ?? savedBoardOf(board);
  }

  /** From now on newer data is applied to what was saved of a board, as at the next visit. */
  noteSaved(board: LiveBoard, saved: SavedBoard): void {
    this.readFrom.set(board, saved);
  }
}
