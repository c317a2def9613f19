import { Injectable, inject, linkedSignal } from '@angular/core';
import { BoardSaves } from './board-saves';
import { BoardStore } from './board-store';

/** What may stand between the bar of a board and its columns. */
export type Panel = 'hidden' | 'apart' | 'doubtful' | 'versions' | 'reset' | 'note' | 'take';

/** Which panel of a board is open; one at a time. */
@Injectable()
export class BoardPanels {
  private readonly store = inject(BoardStore);
  private readonly saves = inject(BoardSaves);
  /** What was opened is about the board that was shown then. */
  private readonly opened = linkedSignal<unknown, Panel | null>({
    source: () => [this.store.shows(), this.store.current()],
    computation: () => null,
  });
  readonly open = this.opened.asReadonly();

  toggle(panel: Panel): void {
    this.opened.update((open) => (open === panel ? null : panel));
  }

  show(panel: Panel): void {
    this.opened.set(panel);
  }

  close(): void {
    this.opened.set(null);
  }

  /** One's own board becomes the point of view, whole: where the filters show a part of it only, that is said first. */
  takePov(): void {
    if (this.store.outOfFilter() > 0) this.opened.set('take');
    else void this.saves.takePov();
  }

  /** The board that everybody reads is saved with a note. */
  save(): void {
    if (this.store.shows() === 'pov') this.opened.set('note');
    else void this.saves.save();
  }
}
