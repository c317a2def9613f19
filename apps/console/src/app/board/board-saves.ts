import { Injectable, computed, effect, inject, signal, untracked } from '@angular/core';
import { DataChanges } from '../session/data-changes';
import { BoardDeals } from './board-deals';
import { BoardMessage } from './board-message';
import { BoardStore } from './board-store';
import { BOARD_BAR } from './texts';

/** What happened to the board, as long as it is so. */
type Told = 'restored' | 'refreshed' | 'wasReset' | 'taken';

/** What becomes of a whole board: saved, reset, brought back, merged with what somebody else saved; and what is told of it. */
@Injectable()
export class BoardSaves {
  private readonly deals = inject(BoardDeals);
  private readonly store = inject(BoardStore);
  private readonly message = inject(BoardMessage);
  private readonly changes = inject(DataChanges);
  private readonly told = signal<{ what: Told; isPov: boolean; at: object | null; steps: number } | null>(
    null,
  );

  readonly notice = computed(() => {
    const told = this.told();
    if (told?.isPov !== this.isPov()) return null;
    const { what, at, steps } = told;
    // What is told leaves as soon as it does not hold any more.
    if (what === 'restored') return this.store.current()?.isRestored() ? what : null;
    if (what === 'refreshed' && (steps !== this.store.current()?.steps() || this.changes.isNewer()))
      return null;
    if (what === 'wasReset') return at === this.store.current()?.state() ? what : null;
    return what === 'taken' && this.store.unsaved() === 0 ? null : what;
  });

  constructor() {
    let madeOf: number | string | null = null;
    effect(() => {
      const revision = this.deals.data()?.revision ?? null;
      if (madeOf !== null && revision !== null && madeOf !== revision)
        untracked(() => this.tell('refreshed'));
      madeOf = revision;
    });
    effect(() => {
      if (this.store.mine()?.isRestored()) untracked(() => this.tell('restored', false));
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
    if (isReset) this.tell('wasReset');
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
    const [pov, mine] = [this.store.povDraft()?.shown(), this.store.mine()];
    if (!pov || !mine) return;
    const hasOwn = mine.unsaved() > 0 || (mine.saved()?.updated_at ?? null) !== null;
    mine.change(() => pov);
    this.store.show('mine');
    if (hasOwn) this.tell('taken', false);
    else if (await mine.save()) this.message.tell(BOARD_BAR.saved, mine);
  }

  dismissNotice(): void {
    this.told.set(null);
  }

  /** @param isPov of which board it is told */
  private tell(what: Told, isPov = this.isPov()): void {
    const draft = isPov ? this.store.povDraft() : this.store.mine();
    this.told.set({ what, isPov, at: draft?.state() ?? null, steps: draft?.steps() ?? 0 });
  }

  private isPov(): boolean {
    return this.store.shows() === 'pov';
  }
}
