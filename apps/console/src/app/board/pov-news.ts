import { DOCUMENT, DestroyRef, Injectable, computed, effect, inject, untracked } from '@angular/core';
import { Formats } from '../ui/base/formats';
import { BoardStore } from './board-store';
import { BOARD_PANELS } from './texts';

const LOOK_EVERY = 60_000;

/**
 * Whether the point of view was saved since it was read. Who opens it gets the newest; who reads it is told, and nothing
 * is swapped under their hand.
 */
@Injectable()
export class PovNews {
  private readonly store = inject(BoardStore);
  private readonly formats = inject(Formats);
  private readonly document = inject(DOCUMENT);

  /** What is told; empty for nothing. */
  readonly words = computed(() => {
    const newer = this.isRead() ? this.store.povDraft()?.newer() : null;
    if (!newer) return '';
    if (newer.updated_at === null) return BOARD_PANELS.pov.newerReset;
    return BOARD_PANELS.pov.newer(this.formats.at(newer.updated_at));
  });
  private readonly isRead = computed(() => this.store.shows() !== 'mine');

  constructor() {
    effect(() => {
      if (this.isRead()) untracked(() => void this.arrive());
    });
    const look = () => {
      if (this.isRead() && !this.document.hidden) void this.store.povDraft()?.look();
    };
    const timer = setInterval(look, LOOK_EVERY);
    this.document.addEventListener('visibilitychange', look);
    inject(DestroyRef).onDestroy(() => {
      clearInterval(timer);
      this.document.removeEventListener('visibilitychange', look);
    });
  }

  take(): void {
    this.store.povDraft()?.takeNewer();
  }

  private async arrive(): Promise<void> {
    const draft = this.store.povDraft();
    await draft?.look();
    if (draft?.unsaved() === 0 && !this.store.isHeld()) draft.takeNewer();
  }
}
