import { Injectable, computed, inject } from '@angular/core';
import type { BoardRecord } from '@app/contracts';
import { type Board, boardTotals, placedDeals } from '@app/domain/board';
import { BoardStore } from '../board/board-store';
import { ListedCards } from './listed-cards';
import { CLOSING } from './texts';

/** The cards in legals and proposals, of the AEs that are shown: hidden ones too, as the figure counts them. */
@Injectable()
export class ClosingCards extends ListedCards {
  private readonly store = inject(BoardStore);

  readonly shown = computed(() => {
    const board = this.store.shown();
    if (!board) return null;
    const all = withoutHiding(board);
    const isOfFilter = this.store.isOfFilter();
    const isListed = (deal: BoardRecord) => STAGES.has(deal.stage) && isOfFilter(deal);
    return {
      title: CLOSING.both,
      hint: CLOSING.behind,
      cards: placedDeals(all).filter(({ deal }) => isListed(deal)),
      total: boardTotals(all, {}, isListed).total,
    };
  });
}

const STAGES: ReadonlySet<string> = new Set(['B Legals', 'C Proposal sent']);

const withoutHiding = (board: Board<BoardRecord>): Board<BoardRecord> => ({
  ...board,
  columns: board.columns.map(({ id, entries }) => ({
    id,
    entries: entries.map((entry) => (entry.is === 'placed' ? { ...entry, hidden: false } : entry)),
  })),
});
