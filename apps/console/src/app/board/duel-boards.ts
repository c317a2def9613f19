import { Injectable, computed, inject } from '@angular/core';
import { boardTotals, duelBetween } from '@app/domain/board';
import { Address } from '../session/address';
import { type BoardSide, BoardStore } from './board-store';

export const SIDES = ['mine', 'pov', 'default'] as const satisfies readonly BoardSide[];

/** Which two boards are compared, and what comes of it. Who stands against whom is in the address. */
@Injectable()
export class DuelBoards {
  private readonly address = inject(Address);
  private readonly store = inject(BoardStore);

  readonly chosen = computed((): readonly [BoardSide, BoardSide] => {
    const [left, right] = (this.address.parameter('duel') ?? '').split('-').map(sideOf);
    return [left ?? 'mine', right ?? (this.store.povAt() === null ? 'default' : 'pov')];
  });
  private readonly boards = computed(() => {
    const [left, right] = this.chosen().map((side) => this.store.boardOf(side));
    return left && right ? { left, right } : null;
  });
  /** Null until both boards are there. */
  readonly duel = computed(() => {
    const boards = this.boards();
    return boards ? duelBetween(boards.left, boards.right, this.store.isOfFilter()) : null;
  });
  /** What each board comes to, currency; empty until both are there. */
  readonly projected = computed((): readonly number[] => {
    const boards = this.boards();
    if (!boards) return [];
    return [boards.left, boards.right].map(
      (board) => boardTotals(board, {}, this.store.isOfFilter()).total.projected ?? 0,
    );
  });

  choose(at: 0 | 1, chosen: string): void {
    const sides = this.chosen().map((side, each) => (each === at ? chosen : side));
    this.address.replace({ duel: sides.join('-') });
  }
}

const sideOf = (text: string): BoardSide | undefined => SIDES.find((side) => side === text);
