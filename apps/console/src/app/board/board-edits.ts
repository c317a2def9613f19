import { Injectable, computed, inject } from '@angular/core';
import {
  type Probability,
  acceptAll,
  acceptFrom,
  chooseProbability,
  confirmAllMatches,
  confirmMatch,
  forgetApart,
  hideCard,
  moveCard,
  recogniseAs,
  refuseMatch,
  unhideCard,
} from '@app/domain/board';
import { Formats } from '../ui/base/formats';
import { changesBetween } from './board-changes';
import { BoardDeals } from './board-deals';
import type { LiveBoard } from './live-boards';
import { BoardMessage } from './board-message';
import { type BoardSide, BoardStore } from './board-store';
import type { Place } from './card-steps';
import { stepWords } from './step-words';
import { BOARD } from './texts';

/** What people do with the deals of the board that is shown: each of it is a step of its draft, and can be undone. */
@Injectable()
export class BoardEdits {
  private readonly store = inject(BoardStore);
  private readonly deals = inject(BoardDeals);
  private readonly formats = inject(Formats);
  private readonly message = inject(BoardMessage);

  readonly canUndo = computed(() => this.store.current()?.history.canUndo() ?? false);
  readonly canRedo = computed(() => this.store.current()?.history.canRedo() ?? false);

  move(key: string, place: Place): void {
    this.change((board) => moveCard(board, key, place));
  }

  choose(key: string, probability: Probability): void {
    this.change((board) => chooseProbability(board, key, probability));
  }

  /** @param client of the deal, in words */
  hide(key: string, client: string): void {
    this.change((board) => hideCard(board, key));
    this.message.tell(BOARD.said.hidden(client), { step: 'undo' });
  }

  unhide(key: string): void {
    this.tellChange((board) => unhideCard(board, key));
  }

  /** Drops a saved deal that is not on the board any more. */
  forget(key: string): void {
    this.tellChange((board) => forgetApart(board, key));
  }

  /** A doubtful match is right. */
  confirm(key: string): void {
    this.tellChange((board) => confirmMatch(board, key));
  }

  /** All that are doubtful are right: one step. */
  confirmAll(): void {
    this.change(confirmAllMatches);
    this.message.tell(BOARD.said.confirmedAll);
  }

  /** A doubtful match is wrong. */
  refuseMatch(key: string): void {
    this.tellChange((board) => refuseMatch(board, key));
  }

  /** A saved deal of which it was unclear which one it is, is one that somebody chose. */
  recognise(key: string, card: string): void {
    this.tellChange((board) => recogniseAs(board, key, card));
  }

  /** One deal of one's own board as another board has it. */
  accept(side: BoardSide, key: string): void {
    const from = this.store.boardOf(side);
    const draft = this.store.mine();
    if (!from || !draft) return;
    const before = draft.draft();
    draft.history.change((board) => acceptFrom(board, from, key));
    this.message.tell(BOARD.said.accepted(stepWords(before, draft.draft(), this.formats, false)));
  }

  /** Every deal in dispute that the filters show, as another board has it: one step, undone at once. */
  acceptAll(side: BoardSide): void {
    const from = this.store.boardOf(side);
    const draft = this.store.mine();
    if (!from || !draft) return;
    const before = draft.draft();
    draft.history.change((board) => acceptAll(board, from, this.store.isOfFilter()), 'accepted');
    const deals = changesBetween(before, draft.draft());
    this.message.tell(BOARD.said.acceptedAll(this.formats.count(deals)));
  }

  /** Back to what is saved. */
  discard(): void {
    const draft = this.store.current();
    const unsaved = this.store.unsaved();
    draft?.discard();
    if (unsaved > 0) this.message.tell(BOARD.said.discarded(this.formats.count(unsaved)));
  }

  /** Says why a card that was put somewhere stays where it is. */
  refuse(words: string): void {
    this.message.tell(words, { step: 'data' });
  }

  /** A card is in somebody's hand: nothing else moves. */
  hold(): void {
    this.deals.hold();
  }

  release(): void {
    this.deals.release();
  }

  /** What the board becomes while a card is lifted; nothing is changed until it is put down. */
  preview(key: string, place: Place): void {
    this.store.current()?.history.preview((board) => moveCard(board, key, place));
  }

  keepPreview(): void {
    this.store.current()?.history.keepPreview();
    this.release();
  }

  dropPreview(): void {
    this.store.current()?.history.dropPreview();
    this.release();
  }

  undo(): void {
    if (this.canUndo()) this.step('undo');
  }

  redo(): void {
    if (this.canRedo()) this.step('redo');
  }

  /** Says which card it was and what became of it: what a step changed may be out of sight. */
  private step(which: 'undo' | 'redo'): void {
    const draft = this.store.current();
    if (!draft) return;
    const before = draft.draft();
    draft.history[which]();
    const to = draft.draft();
    const said = which === 'undo' ? BOARD.said.undone : BOARD.said.redone;
    const whole = draft.history.wholeStepTo(which === 'undo' ? before : to);
    const words = stepWords(before, to, this.formats, which === 'undo');
    this.message.tell(said(whole === null ? words : `${BOARD.step.whole[whole]}, ${words}`));
  }

  /** A change that is not seen where it was asked for: beside the board it is said what became of the deal. */
  private tellChange(next: (board: LiveBoard) => LiveBoard): void {
    const draft = this.store.current();
    if (!draft || !this.store.canChange()) return;
    const before = draft.draft();
    draft.history.change(next);
    this.message.tell(stepWords(before, draft.draft(), this.formats, false));
  }

  private change(next: (board: LiveBoard) => LiveBoard): void {
    if (this.store.canChange()) this.store.current()?.history.change(next);
  }
}
