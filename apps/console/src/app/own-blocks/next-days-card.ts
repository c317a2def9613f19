import { Component, computed, inject, input } from '@angular/core';
import type { ScreenAnswer } from '@app/contracts';
import { BoardStore } from '../board/board-store';
import { dealLink } from '../ui/links/link';
import { DrawerLinkButton } from '../ui/links/link-button';
import { PersonName } from '../ui/links/person-name';
import { Formats } from '../ui/base/formats';
import { agendaOf } from './next-days';
import { NEXT_DAYS } from './texts';
import { CardHead } from '../ui/card-head';

/** POA and intros of today and the six days after; each opens its deal, and its AE their page. */
@Component({
  selector: 'app-next-days-card',
  imports: [CardHead, DrawerLinkButton, PersonName],
  host: { class: 'card', '[class.alone]': 'isAlone()' },
  template: `
    <app-card-head [heading]="texts.heading" [aside]="counted()" />
    @if (days().length === 0) {
      <p class="none">{{ texts.none }}</p>
    } @else {
      <div class="days">
        @for (day of days(); track day.date) {
          <div class="day">
            <h3>{{ day.heading }}</h3>
            <ul>
              @for (meeting of day.meetings; track meeting.key) {
                <li>
                  <span class="tag" [class.calm]="!meeting.isPoa">{{ meeting.kind }}</span>
                  <span class="what">
                    <button type="button" class="open" [appDrawerLink]="dealLink(meeting.deal)">
                      {{ meeting.client }}
                    </button>
                    <span class="under">
                      <app-person-name [of]="meeting.deal.owner" [nobody]="texts.nobody" />
                    </span>
                  </span>
                  <b class="num">{{ meeting.value }}</b>
                </li>
              }
            </ul>
          </div>
        }
      </div>
    }
  `,
  styleUrl: '../ui/two-lines.css',
  styles: `
    /* Narrow beside the table: the count goes on the next line sooner than to be cut. */
    app-card-head {
      flex-wrap: wrap;
    }
    /* As tall as the table beside it, and scrolls inside, however many meetings there are. */
    .days {
      flex: 1 1 0;
      min-height: 0;
      margin: 0 calc(-1 * var(--s-2));
      overflow-y: auto;
      /* A meeting at the edge fades there instead of being cut; the last one is above that. */
      padding-bottom: var(--s-5);
      mask-image: linear-gradient(to top, transparent, #000 var(--s-5));
    }
    h3 {
      position: sticky;
      top: 0;
      z-index: 1;
      padding: 6px var(--s-2) 2px;
      background: var(--surface);
      font: var(--t-label);
      color: var(--ink-2);
    }
    ul {
      margin: 0 0 var(--s-1);
    }
    li {
      position: relative;
      display: flex;
      align-items: center;
      gap: var(--s-2);
      min-height: 40px;
      padding: 3px var(--s-2);
      border-radius: var(--r-1);
    }
    li:hover {
      background: var(--surface-2);
    }
    .tag {
      flex: none;
      min-width: 46px;
      text-align: center;
    }
    .tag.calm {
      background: var(--surface-2);
      color: var(--ink-2);
    }
    li:hover .tag.calm {
      background: var(--hairline);
    }
    .none {
      padding: var(--s-4) 0;
    }
    /* Under two boards there is no table beside it: the days stand side by side. */
    :host(.alone) .days {
      flex: none;
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(260px, 1fr));
      gap: 0 var(--s-4);
    }
    @media (max-width: 1100px) {
      .days {
        flex: none;
        max-height: 420px;
      }
    }
    /* Paper does not scroll. */
    @media print {
      .days {
        flex: none;
        max-height: none;
        padding-bottom: 0;
        overflow: visible;
        mask-image: none;
      }
      h3 {
        position: static;
      }
    }
  `,
})
export class NextDaysCard {
  private readonly formats = inject(Formats);
  private readonly store = inject(BoardStore);
  protected readonly texts = NEXT_DAYS;
  protected readonly dealLink = dealLink;
  readonly screen = input.required<ScreenAnswer<'projections'>>();

  protected readonly isAlone = computed(() => this.store.shows() === 'duel');
  protected readonly days = computed(() =>
    agendaOf(this.screen().next_days, this.screen().as_of, this.formats),
  );
  protected readonly counted = computed(() => {
    const { next_days, next_days_total } = this.screen();
    const total = this.formats.count(next_days_total);
    if (next_days_total > next_days.length)
      return NEXT_DAYS.first(this.formats.count(next_days.length), total);
    return next_days_total === 0 ? '' : NEXT_DAYS.meetings(total, next_days_total === 1);
  });
}
