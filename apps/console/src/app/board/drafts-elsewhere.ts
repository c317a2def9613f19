import { signal } from '@angular/core';
import { mergeSaves, savedBoardOf } from '@app/domain/board';
import {
  type DraftPlace,
  type KeptDraft,
  forgetOtherDrafts,
  otherDrafts,
  watchDrafts,
} from '../session/board-draft-memory';
import type { LiveBoard, LiveBoards } from './live-boards';

/** What other tabs of the same person have unsaved of a board. */
export class DraftsElsewhere {
  private readonly drafts = signal<readonly KeptDraft[]>([]);

  constructor(
    private readonly place: DraftPlace,
    private readonly boards: LiveBoards,
  ) {}

  look(): void {
    this.drafts.set(otherDrafts(this.place));
  }

  forget(): void {
    forgetOtherDrafts(this.place);
    this.drafts.set([]);
  }

  /**
   * Follows what other tabs keep; ends with the returned function.
   *
   * @param taken called when a tab that was opened later continued the draft of this one as its own
   */
  watch(taken: () => void): () => void {
    return watchDrafts(this.place, (isMineKept) => {
      if (!isMineKept) taken();
      this.look();
    });
  }

  /** Over the deals of now. A draft that began before the last save gets what was saved since, too. */
  continued(revision: number, base: () => LiveBoard): LiveBoard[] {
    return this.drafts().map(({ base: began, preferences }) => {
      const draft = this.boardOf(preferences);
      if (began.revision === revision) return draft;
      const before = this.boardOf(began.preferences);
      const merged = mergeSaves(savedBoardOf(before), savedBoardOf(draft), savedBoardOf(base()));
      return this.boards.applied(merged.board);
    });
  }

  private boardOf(preferences: KeptDraft['preferences']): LiveBoard {
    return this.boards.applied(this.boards.read(preferences));
  }
}
