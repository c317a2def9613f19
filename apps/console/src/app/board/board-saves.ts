import { Injectable, computed, effect, inject, signal, untracked } from '@angular/core';
import { BoardDeals } from './board-deals';
import { BoardStore } from './board-store';

/** What happened to the board, as long as it is so. */
type Told = 'restored' | 'refreshed' | 'saved' | 'wasReset' | 'taken';

/** What becomes of a whole board: saved, reset, brought back, merged with what somebody else saved; and what is told of it. */
@Injectable()
export class BoardSaves {
  private readonly deals = inject(BoardDeals);
  private readonly store = inject(BoardStore);
  private readonly told = signal<{ what: Told; isPov: boolean } | null>(null);

  readonly notice = computed(() => {
    if (this.deals.hasWaiting()) return 'waiting' as const;
    const told = this.told();
    if (told?.isPov !== this.isPov()) return null;
    const [{ what }, unsaved] = [told, this.store.unsaved()];
    // What is told leaves as soon as it does not hold any more.
    if (what === 'restored') return this.store.current()?.isRestored() ? what : null;
    if (what === 'saved' || what === 'wasReset') return unsaved === 0 ? what : null;
    return what === 'taken' && unsaved === 0 ? null : what;
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
    if (isSaved) this.tell('saved');
    return isSaved;
  }

  /** What becomes of one's own changes and those that somebody saved meanwhile. */
  async resolve(how: 'merge' | 'keepMine' | 'takeTheirs'): Promise<void> {
    if (await this.store.current()?.[how]()) this.tell('saved');
  }

  async reset(): Promise<boolean> {
    const isReset = (await this.store.current()?.reset()) ?? false;
    if (isReset) this.tell('wasReset');
    return isReset;
  }

  async restore(version: string): Promise<boolean> {
    return (await this.store.current()?.restore(version)) ?? false;
  }

  /** The point of view becomes one's own board. Where one has a board already it becomes a draft: Save keeps it. */
  async takePov(): Promise<void> {
    const [pov, mine] = [this.store.povDraft()?.shown(), this.store.mine()];
    if (!pov || !mine) return;
    const hasOwn = mine.unsaved() > 0 || (mine.saved()?.updated_at ?? null) !== null;
    mine.change(() => pov);
    this.store.show('mine');
    if (hasOwn) this.tell('taken', false);
    else if (await mine.save()) this.tell('saved', false);
  }

  dismissNotice(): void {
    this.told.set(null);
  }

  /** @param isPov of which board it is told */
  private tell(what: Told, isPov = this.isPov()): void {
    this.told.set({ what, isPov });
  }

  private isPov(): boolean {
    return this.store.shows() === 'pov';
  }
}
