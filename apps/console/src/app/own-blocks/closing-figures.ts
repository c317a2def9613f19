import { Component, computed, inject, input } from '@angular/core';
import type { ScreenAnswer } from '@app/contracts';
import { BoardStore } from '../board/board-store';
import { CopyMenu } from '../ui/copy/copy-menu';
import { metricLink } from '../ui/links/link';
import { DrawerLinkButton } from '../ui/links/link-button';
import { LinkOpener } from '../ui/links/link-opener';
import { Formats } from '../ui/base/formats';
import { PageContext } from '../ui/page-context';
import { TEXTS } from '../ui/base/texts';
import { ClosingCards } from './closing-cards';
import { ListedCards } from './listed-cards';
import { ListedDeals } from './listed-deals';
import { type Figure, copyOfFigures, figuresOf } from './figures';
import { CLOSING } from './texts';

/** Deals about to close in one quiet band: of each kind the value and the number of deals, each a link. */
@Component({
  selector: 'app-closing-figures',
  imports: [CopyMenu, DrawerLinkButton],
  providers: [
    ClosingCards,
    ListedDeals,
    { provide: LinkOpener, useExisting: ListedDeals },
    { provide: ListedCards, useExisting: ClosingCards },
  ],
  host: { role: 'region', '[attr.aria-label]': 'texts.numbers' },
  template: `
    @for (figure of figures(); track figure.label) {
      <div class="figure">
        <span class="label">{{ figure.label }}</span>
        @if (figure.valueMetric; as metric) {
          <button type="button" class="value" [appDrawerLink]="metricLink(metric)">
            <span class="unseen">{{ texts.of(figure.label) }}</span>
            {{ formats.moneyShort(figure.value) }}
          </button>
        } @else {
          <button type="button" class="value" (click)="list()">
            <span class="unseen">{{ texts.of(figure.label) }}</span>
            {{ formats.moneyShort(figure.value) }}
          </button>
        }
        <span class="context">
          @if (figure.countMetric; as metric) {
            <button type="button" [appDrawerLink]="metricLink(metric)">
              <span class="unseen">{{ texts.of(figure.label) }}</span>
              {{ counted(figure) }}
            </button>
          }
          {{ figure.hint }}
        </span>
      </div>
    }
    <app-copy-menu class="copy" [of]="copied" [title]="texts.numbers" />
  `,
  styleUrl: '../ui/numbers/band.css',
  styles: `
    :host {
      grid-template-columns: repeat(5, minmax(0, 1fr));
    }
    .figure {
      display: grid;
      justify-items: start;
      align-content: start;
      gap: 2px;
      min-width: 0;
      padding: var(--s-3) var(--s-4);
      box-shadow:
        1px 0 var(--hairline),
        0 1px var(--hairline);
    }
    .label,
    .context {
      font: var(--t-label);
      color: var(--ink-2);
    }
    .context {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 0 6px;
      min-height: 24px;
    }
    .value {
      font: var(--t-number);
      letter-spacing: -0.02em;
      font-variant-numeric: tabular-nums;
    }
    button {
      margin: 0 -6px;
      padding: 0 6px;
      border: 0;
      border-radius: var(--r-1);
      background: none;
      font: inherit;
      color: inherit;
      text-align: left;
    }
    button.value {
      color: var(--ink);
    }
    .context button {
      min-height: 24px;
      margin-right: 0;
      padding-right: 0;
      color: var(--ink);
    }
    button:hover {
      color: var(--accent);
    }
    button:focus-visible {
      outline-offset: -1px;
    }
    @media (max-width: 900px) {
      :host {
        grid-template-columns: repeat(2, minmax(0, 1fr));
      }
      .figure {
        padding: var(--s-3);
      }
      .figure:first-of-type {
        grid-column: 1 / -1;
      }
      .value {
        font-size: 22px;
      }
    }
    /* A finger opens the value anywhere above the line of its number of deals, and that one down to the edge. */
    @media (max-width: 900px), (pointer: coarse) {
      .figure {
        position: relative;
      }
      .context,
      .context button {
        min-height: 32px;
      }
      .context button {
        position: relative;
      }
      button::after {
        content: '';
        position: absolute;
        inset: 0 0 calc(-1 * var(--s-3));
      }
      button.value::after {
        inset: 0 0 auto;
        height: 62px;
      }
    }
    @media print {
      :host {
        grid-template-columns: repeat(5, minmax(0, 1fr));
      }
    }
  `,
})
export class ClosingFigures {
  private readonly page = inject(PageContext);
  private readonly store = inject(BoardStore);
  private readonly deals = inject(ListedDeals);
  protected readonly formats = inject(Formats);
  protected readonly texts = CLOSING;
  protected readonly metricLink = metricLink;

  readonly screen = input.required<ScreenAnswer<'projections'>>();

  protected readonly figures = computed(() => {
    const deals = this.store.hidden().map(({ deal }) => deal);
    return figuresOf(this.screen(), { deals, asOf: this.screen().as_of }, this.formats);
  });
  protected readonly copied = () => copyOfFigures(this.figures(), this.page.undated(), this.formats);

  protected list(): void {
    this.deals.list(CLOSING.both);
  }

  protected counted({ count }: Figure): string {
    return TEXTS.deals(this.formats.count(count), count === 1);
  }
}
