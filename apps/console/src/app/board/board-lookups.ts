import { Injectable, computed, effect, inject, linkedSignal, untracked } from '@angular/core';
import type { LookedUpDeal } from '@app/contracts';
import { type SavedDeal, apartDeals, doubtfulEntries } from '@app/domain/board';
import { BoardDeals } from './board-deals';
import type { BoardDraft } from './board-draft';
import type { LiveBoard } from './live-boards';
import { BoardStore } from './board-store';

/** What became of saved deals that the board does not show: they are looked up in the rest of the data. */
@Injectable()
export class BoardLookups {
  private readonly deals = inject(BoardDeals);
  private readonly store = inject(BoardStore);

  private readonly unknown = computed((): LookedUpDeal[] => {
    const shown = this.deals.data()?.deals ?? [];
    const drafts = this.store.drafts().filter((draft) => draft.saved());
    return drafts.flatMap((draft) => draft.sought(shown)).map(questionOf);
  });
  /** Why it is not known what became of saved deals. */
  readonly problem = this.deals.lookupProblem;
  /** While it is asked what became of saved deals, nobody claims anything about them. */
  private readonly isChecking = computed(
    () => this.problem() === null && this.unknown().some((deal) => !this.deals.isLookedUp(deal)),
  );
  /** Saved deals of the people that are shown, which are not on the board; null while it is asked for the first time what became of them. */
  readonly apart = this.onceChecked((board) =>
    apartDeals(board).filter((entry) => this.store.isOfFilter()(entry.deal ?? entry.saved)),
  );
  /** Deals recognised by less than their id; null as well. */
  readonly doubtful = this.onceChecked(doubtfulEntries);

  constructor() {
    effect(() => {
      const unknown = this.unknown();
      if (this.deals.data() && unknown.length > 0) untracked(() => void this.deals.lookUp(unknown));
    });
  }

  /** Whether the data was asked about a saved deal that the board does not show. */
  has(saved: SavedDeal): boolean {
    return this.deals.isLookedUp(questionOf(saved));
  }

  again(): void {
    void this.deals.lookUpAgain(this.unknown());
  }

  /** What was known of a board stays until it is known anew. */
  private onceChecked<Entry extends { key: string }>(of: (board: LiveBoard) => readonly Entry[]) {
    return linkedSignal<
      { draft: BoardDraft | null; entries: readonly Entry[]; isChecking: boolean },
      readonly Entry[] | null
    >({
      source: () => {
        const shown = this.store.shown();
        const entries = shown ? of(shown) : [];
        return { draft: this.store.current(), entries, isChecking: this.isChecking() };
      },
      computation: ({ draft, entries, isChecking }, before) => {
        if (!isChecking) return entries;
        if (before?.source.draft !== draft || before.value === null) return null;
        const keys = new Set(entries.map(({ key }) => key));
        return before.value.filter(({ key }) => keys.has(key));
      },
    }).asReadonly();
  }
}

const questionOf = ({ id, client }: SavedDeal): LookedUpDeal => ({ id: id || null, client });
