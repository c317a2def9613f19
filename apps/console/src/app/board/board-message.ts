import { LiveAnnouncer } from '@angular/cdk/a11y';
import { Injectable, computed, inject, signal } from '@angular/core';
import { BoardStore } from './board-store';

/** What was done to the board last, said beside it until something else is done, and told to those who do not see it. */
@Injectable()
export class BoardMessage {
  private readonly store = inject(BoardStore);
  private readonly announcer = inject(LiveAnnouncer);
  private readonly told = signal<{ words: string; at: object | null } | null>(null);

  /** Empty for nothing. */
  readonly words = computed(() => {
    const told = this.told();
    return told !== null && told.at === this.at() ? told.words : '';
  });

  /** @param draft whose state it is about; the one that is shown without it */
  tell(words: string, draft = this.store.current()): void {
    this.told.set({ words, at: draft?.state() ?? null });
    void this.announcer.announce(words, 'assertive');
  }

  private at(): object | null {
    return this.store.current()?.state() ?? null;
  }
}
