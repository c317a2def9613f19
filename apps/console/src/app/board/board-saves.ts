import { Injectable, effect, inject, untracked } from '@angular/core';
import { DataChanges } from '../session/data-changes';
import { BoardDeals } from './board-deals';
import { BoardMessage } from './board-message';
import { BoardStore } from './board-store';
import { BOARD_BAR } from './texts';

/** What becomes of a whole board: saved, reset, brought back, merged with what somebody else saved; and what is told of it. */
@Injectable()
export class BoardSaves {
  private readonly deals = inject(BoardDeals);
  private readonly store = inject(BoardStore);
  private readonly message = inject(BoardMessage);
  private readonly changes = inject(DataChanges);

  constructor() {
    let madeOf: number | string | null = null;
    effect(() => {
      const revision = this.deals.data()?.revision ?? null;
      if (madeOf !== null && revision !== null && madeOf !== revision)
        untracked(() =>
          this.message.tell(BOARD_BAR.refreshed, { isNews: true, until: this.changes.isNewer }),
        );
      madeOf = revision;
    });
    effect(() => {
      const mine = this.store.mine();
      if (!mine?.isRestored()) return;
      const until = () => !mine.isRestored();
      untracked(() => this.message.tell(BOARD_BAR.restored, { draft: mine, isNews: true, until }));
    });
  }

  async save(note?: string | null): Promise<boolean> {
    const isSaved = (await this.store.current()?.save(this.isPov() ? note : undefined)) ?? false;
    if (isSaved) this.message.tell(BOARD_BAR.saved);
    return isSaved;
  }

  /** What becomes of one's own changes and those that somebody saved meanwhile. */
  async resolve(how: 'merge' | 'keepMine' | 'takeTheirs'): Promise<void> {
    if (await this.store.current()?.[how]()) this.message.tell(BOARD_BAR.saved);
  }

  async reset(): Promise<boolean> {
    const isReset = (await this.store.current()?.reset()) ?? false;
    if (isReset) this.message.tell(BOARD_BAR.wasReset);
    return isReset;
  }

  /** @param saved when it was, in words */
  async restore(version: string, saved: string): Promise<boolean> {
    const isRestored = (await this.store.current()?.restore(version)) ?? false;
    if (isRestored) this.message.tell(BOARD_BAR.broughtBack(saved));
    return isRestored;
  }

  /**
   * The point of view becomes one's own board. Where one has a board already it becomes a draft: Save keeps it. Where
   * another one was saved than is shown, that is told first.
   */
  async takePov(): Promise<void> {
    if (await this.store.povDraft()?.look()) return;
    const [pov, mine] = [this.store.povDraft()?.history.shown(), this.store.mine()];
    if (!pov || !mine) return;
    const hasOwn = mine.unsaved() > 0 || (mine.saved()?.updated_at ?? null) !== null;
    mine.history.change(() => pov);
    this.store.show('mine');
    if (hasOwn) this.message.tell(BOARD_BAR.taken, { draft: mine });
    else if (await mine.save()) this.message.tell(BOARD_BAR.saved, { draft: mine });
  }

  private isPov(): boolean {
    return this.store.shows() === 'pov';
  }
}
