import { Component, computed, inject, signal } from '@angular/core';
import { projectedValue } from '@app/domain/board';
import { BOARD } from '../board/texts';
import { Formats } from '../ui/base/formats';
import { TEXTS } from '../ui/base/texts';
import { DialogHead } from '../ui/dialog/dialog-head';
import { dealLink } from '../ui/links/link';
import { DrawerLinkButton } from '../ui/links/link-button';
import { ListedCards } from './listed-cards';
import { OWNER_PROJECTIONS } from './texts';
import { stageName } from '../ui/base/stage-name';

/** The cards of the board that a number counts; their sums are that number. */
@Component({
  selector: 'app-listed-deals-dialog',
  imports: [DialogHead, DrawerLinkButton],
  template: `
    @if (behind.shown(); as shown) {
      <app-dialog-head [heading]="shown.title" />
      <p class="quiet">{{ shown.hint }}</p>
      @if (rows().length === 0) {
        <p class="none">{{ texts.none }}</p>
      } @else {
        <table>
          <thead>
            <tr>
              <th scope="col">{{ texts.client }}</th>
              <th scope="col" class="stage">{{ texts.stage }}</th>
              <th scope="col" class="r">{{ texts.value }}</th>
              <th scope="col" class="r share">{{ texts.probability }}</th>
              <th scope="col" class="r">{{ texts.projected }}</th>
            </tr>
          </thead>
          <tbody>
            @for (row of rows(); track row.key) {
              <tr>
                <th scope="row">
                  <button type="button" class="link" [title]="row.client" [appDrawerLink]="row.link">
                    {{ row.client }}
                  </button>
                </th>
                <td class="stage">{{ row.stage }}</td>
                <td class="r">{{ row.value }}</td>
                <td class="r share">{{ row.probability }}</td>
                <td class="r">{{ row.projected }}</td>
              </tr>
            }
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{{ counted() }}</th>
              <td class="stage"></td>
              <td class="r">{{ formats.money(shown.total.value) }}</td>
              <td class="share"></td>
              <td class="r">{{ formats.money(shown.total.projected) }}</td>
            </tr>
          </tfoot>
        </table>
        @if (more() > 0) {
          <button type="button" class="button" (click)="showAll()">
            {{ texts.more(formats.count(more())) }}
          </button>
        }
      }
    }
  `,
  styleUrl: '../ui/dialog/dialog.css',
  styles: `
    table {
      width: 100%;
      margin-top: var(--s-2);
      table-layout: fixed;
      border-collapse: collapse;
      font-variant-numeric: tabular-nums;
    }
    th,
    td {
      height: 32px;
      padding: 0 var(--s-2) 0 0;
      border-bottom: 1px solid var(--hairline);
      font-weight: 400;
      text-align: left;
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
    }
    thead th {
      font: var(--t-label);
      color: var(--ink-2);
    }
    th:first-child {
      width: 32%;
    }
    thead .stage {
      width: 17%;
    }
    thead .share {
      width: 13%;
    }
    .r {
      text-align: right;
    }
    .link {
      max-width: 100%;
      overflow: hidden;
      text-overflow: ellipsis;
    }
    tfoot :is(th, td) {
      position: sticky;
      bottom: calc(-1 * var(--s-5));
      height: 40px;
      border-bottom: 0;
      background: var(--surface);
      font: var(--t-strong);
    }
    .none {
      padding: var(--s-4) 0;
    }
    .button {
      margin-bottom: var(--s-4);
    }
    @media (max-width: 640px) {
      .stage,
      .share {
        display: none;
      }
      th,
      td {
        height: 44px;
      }
    }
  `,
})
export class ListedDealsDialog {
  protected readonly formats = inject(Formats);
  protected readonly behind = inject(ListedCards);
  protected readonly texts = OWNER_PROJECTIONS.behind;

  protected readonly counted = computed(() => {
    const deals = this.behind.shown()?.total.deals ?? 0;
    return TEXTS.deals(this.formats.count(deals), deals === 1);
  });
  /** How many rows somebody wants to see: thousands at once would hold the page up. */
  private readonly wanted = signal(FIRST_ROWS);
  protected readonly more = computed(() => (this.behind.shown()?.cards.length ?? 0) - this.rows().length);
  protected readonly rows = computed(() =>
    (this.behind.shown()?.cards ?? []).slice(0, this.wanted()).map(({ key, deal, probability }) => ({
      key,
      link: dealLink(deal),
      client: deal.client || OWNER_PROJECTIONS.behind.noClient,
      stage: stageName(deal.stage),
      value: this.formats.money(deal.value),
      probability: probability === null ? '' : BOARD.percent(probability),
      projected: this.formats.money(projectedValue(deal.value, probability ?? 0)),
    })),
  );

  protected showAll(): void {
    this.wanted.set(Number.POSITIVE_INFINITY);
  }
}

const FIRST_ROWS = 300;
