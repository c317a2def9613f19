import { Injectable, computed, inject, signal } from '@angular/core';
import { boardTotals } from '@app/domain/board';
import { BoardStore } from '../board/board-store';
import { ListedCards } from './listed-cards';
import { cardsBehind } from './owners-table';
import { OWNER_PROJECTIONS } from './texts';

/**
 * The very cards of the board that a number of the projections by AE counts: no list of the server knows them while
 * they are unsaved. They follow the board.
 */
@Injectable()
export class OwnerCards extends ListedCards {
  private readonly store = inject(BoardStore);
  private readonly asked = signal<{ column: string; owner: string | null } | null>(null);

  /** What is behind the number that was asked for; null before. */
  readonly shown = computed(() => {
    const [asked, toShow] = [this.asked(), this.store.toShow()];
    if (!asked || !toShow) return null;
    const { column, owner } = asked;
    const cards = cardsBehind(toShow, column, owner);
    const deals = new Set(cards.map(({ deal }) => deal));
    const { columns } = boardTotals(toShow.board, {}, (deal) => deals.has(deal));
    const total = columns.find(({ id }) => id === column);
    const named = owner === null ? OWNER_PROJECTIONS.behind.everybody : (cards[0]?.deal.owner ?? owner);
    const who = named === '' ? OWNER_PROJECTIONS.nobody : named;
    const { title, hint } = OWNER_PROJECTIONS.behind;
    return total ? { cards, total, title: title(total.label, who), hint } : null;
  });

  /** @param owner key of a row, `''` for deals without an AE; null for all of them */
  ask(column: string, owner: string | null): void {
    this.asked.set({ column, owner });
  }
}
