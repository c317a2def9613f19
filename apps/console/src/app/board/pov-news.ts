import { DOCUMENT, DestroyRef, Injectable, computed, effect, inject, untracked } from '@angular/core';
import { Formats } from '../ui/base/formats';
import type { BoardDraft } from './board-draft';
import { BoardStore } from './board-store';
import { BOARD_PANELS } from './texts';

const LOOK_EVERY = 60_000;

/**
 * Whether the point of view was saved since it was read. Who opens it gets the newest; who reads it is told, and nothing
 * is swapped under their hand. One's own board, saved on another device, is there when one comes back to the page.
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
    const returned = () => {
      look();
      if (!this.document.hidden) void this.follow(this.store.mine());
    };
    const timer = setInterval(look, LOOK_EVERY);
    this.document.addEventListener('visibilitychange', returned);
    inject(DestroyRef).onDestroy(() => {
      clearInterval(timer);
      this.document.removeEventListener('visibilitychange', returned);
    });
  }

  take(): void {
    this.store.povDraft()?.takeNewer();
  }

  private arrive(): Promise<void> {
    return this.follow(this.store.povDraft());
  }

  /** What was saved meanwhile is shown where nothing is unsaved: one's own board on another device, too. */
  private async follow(draft: BoardDraft | null): Promise<void> {
    await draft?.look();
    if (draft?.unsaved() === 0 && !this.store.isHeld()) draft.takeNewer();
  }
}
