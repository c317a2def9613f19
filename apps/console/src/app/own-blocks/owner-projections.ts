import { Component, computed, inject } from '@angular/core';
import { BoardStore } from '../board/board-store';
import { columnLink } from '../ui/links/link';
import { LinkOpener } from '../ui/links/link-opener';
import type { LinkOfColumn } from '../ui/metric-table/cell-link';
import { MetricTable } from '../ui/metric-table/metric-table';
import { ListedCards } from './listed-cards';
import { OwnerCards } from './owner-cards';
import { OwnerDeals } from './owner-deals';
import { boardColumnOf, ownersTable } from './owners-table';
import { OWNER_PROJECTIONS } from './texts';

/** Closing Projections by AE: of the board that is shown, with what is unsaved, so that its totals are the board's. */
@Component({
  selector: 'app-owner-projections',
  imports: [MetricTable],
  providers: [
    OwnerCards,
    OwnerDeals,
    { provide: LinkOpener, useExisting: OwnerDeals },
    { provide: ListedCards, useExisting: OwnerCards },
  ],
  host: { '[class.shows-nothing]': 'isOfTwo()' },
  template: `
    @if (isOfTwo()) {
      <!-- Nothing. -->
    } @else if (table(); as table) {
      <app-metric-table
        name="owners"
        [heading]="texts.heading"
        [aside]="texts.aside"
        [empty]="texts.none"
        [table]="table"
        [grouped]="true"
        [isUndated]="true"
        [linkOf]="linkOf"
      />
    } @else {
      <div class="bone"></div>
    }
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      min-width: 0;
    }
    :host(.shows-nothing) {
      display: none;
    }
    .bone {
      min-height: 280px;
      border-radius: var(--r-2);
    }
  `,
})
export class OwnerProjections {
  private readonly store = inject(BoardStore);
  protected readonly texts = OWNER_PROJECTIONS;
  protected readonly linkOf: LinkOfColumn = (column, narrowing) =>
    columnLink(boardColumnOf(column), narrowing);

  /** Two boards stand against each other: it would be of neither. */
  protected readonly isOfTwo = computed(() => this.store.shows() === 'duel');
  protected readonly table = computed(() => {
    const shown = this.store.toShow();
    return shown && !this.store.isLoading() ? ownersTable(shown) : null;
  });
}
