import { Injectable, inject, linkedSignal } from '@angular/core';
import { Connection } from '../ui/base/connection';
import type { ShownProblem } from '../ui/base/problem';
import { BoardStore } from './board-store';

/** Whether what kept a board from being saved is over: then the save is offered again, and nobody is told of the past. */
@Injectable()
export class SaveRefusal {
  private readonly store = inject(BoardStore);
  private readonly isOffline = inject(Connection).isOffline;

  /** True from when the connection is back until the board is saved, or refused for another reason. */
  readonly isOver = linkedSignal<{ refusal: ShownProblem | null; isOffline: boolean }, boolean>({
    source: () => ({ refusal: this.store.refusal(), isOffline: this.isOffline() }),
    computation: ({ refusal, isOffline }, before) => {
      // Without an answer, and the browser says that it had no connection: else it is the server that is away.
      if (isOffline || refusal?.status !== 0 || before?.source.refusal !== refusal) return false;
      return before.value || before.source.isOffline;
    },
  }).asReadonly();
}
