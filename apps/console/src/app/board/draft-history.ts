import { type Signal, computed, signal } from '@angular/core';
import { type Undoable, changedTo, mapStates, redo, startUndoable, undo } from '@app/domain/board';
import type { LiveBoard } from './live-boards';

/** A step that makes the whole board another one. */
export type WholeStep = 'reset' | 'restored' | 'discarded' | 'accepted';

/** The states of a board while somebody works on it, back and forward, and what it becomes while a card is lifted. */
export class DraftHistory {
  /** Null until something was changed: then the board is what is saved. */
  private readonly states = signal<Undoable<LiveBoard> | null>(null);
  private readonly previewed = signal<LiveBoard | null>(null);
  private readonly taken = signal(0);
  /** What made boards that no single change of a deal made. */
  private readonly madeBy = new WeakMap<LiveBoard, WholeStep>();

  readonly present = computed((): LiveBoard => this.states()?.present ?? this.base());
  /** The present, or what it becomes while a card is lifted. */
  readonly shown = computed((): LiveBoard => this.previewed() ?? this.present());
  /** Steps that somebody took, saves among them: newer data is none. */
  readonly steps = this.taken.asReadonly();
  readonly isBegun = computed(() => this.states() !== null);
  readonly canUndo = computed(() => (this.states()?.past.length ?? 0) > 0);
  readonly canRedo = computed(() => (this.states()?.future.length ?? 0) > 0);

  /**
   * @param base the board as it is saved
   * @param changed called after each change of the present
   */
  constructor(
    private readonly base: Signal<LiveBoard>,
    private readonly changed: () => void,
  ) {}

  change(next: (board: LiveBoard) => LiveBoard, by?: WholeStep): void {
    const before = this.states() ?? startUndoable(this.present());
    this.step(changedTo(before, this.made(next(this.present()), by)));
  }

  /** The step that made a board, where it was one of the whole board. */
  wholeStepTo(board: LiveBoard): WholeStep | null {
    return this.madeBy.get(board) ?? null;
  }

  preview(next: (board: LiveBoard) => LiveBoard): void {
    this.previewed.set(next(this.shown()));
  }

  keepPreview(): void {
    const previewed = this.previewed();
    this.previewed.set(null);
    if (previewed) this.change(() => previewed);
  }

  dropPreview(): void {
    this.previewed.set(null);
  }

  undo(): void {
    const states = this.states();
    if (states) this.step(undo(states));
  }

  redo(): void {
    const states = this.states();
    if (states) this.step(redo(states));
  }

  /** The present stays what it is when another board is saved than it was made of. */
  pin(): void {
    if (!this.states()) this.states.set(startUndoable(this.present()));
  }

  /** Something was done that left the board as it is. */
  count(): void {
    this.taken.update((steps) => steps + 1);
  }

  /** Begins anew with two states, the later of which is there. */
  restart(before: LiveBoard, now: LiveBoard, by?: WholeStep): void {
    this.states.set(changedTo(startUndoable(before), this.made(now, by)));
  }

  /** The board is again what is saved. */
  clear(): void {
    this.states.set(null);
  }

  /** Makes every state anew: it is the same one over other data. */
  remake(anew: (board: LiveBoard) => LiveBoard): void {
    const states = this.states();
    if (!states) return;
    this.states.set(mapStates(states, (board) => this.made(anew(board), this.madeBy.get(board))));
    this.changed();
  }

  private made(board: LiveBoard, by: WholeStep | undefined): LiveBoard {
    if (by !== undefined) this.madeBy.set(board, by);
    return board;
  }

  private step(states: Undoable<LiveBoard>): void {
    this.count();
    this.states.set(states);
    this.changed();
  }
}
