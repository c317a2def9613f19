import { Component, computed, inject, input } from '@angular/core';
import type { MetricTable, TableColumn, TableRow } from '@app/contracts';
import { Formats } from '../base/formats';
import { DrawerLinkButton } from '../links/link-button';
import { fewCases } from './cases';
import { type LinkOfColumn, linkOfCell, linkOfMetric } from './cell-link';
import { METRIC_TABLE } from './texts';

/** A number of a grid, at its row and column: a button where it can be opened, plain text where it is not a metric. */
@Component({
  selector: 'td[app-number-cell]',
  imports: [DrawerLinkButton],
  host: {
    '[class.share]': "of().unit === 'ratio'",
    '[attr.tabindex]': 'link() ? null : tabindex()',
    '[attr.data-row]': 'link() ? null : row()',
    '[attr.data-column]': 'link() ? null : column()',
  },
  template: `
    @if (bar() !== null) {
      <span class="bar" [class.none]="bar() === 0" aria-hidden="true"><i [style.width.%]="bar()"></i></span>
    }
    @if (few(); as few) {
      <span class="small" [title]="texts.smallTitle">{{
        few === true ? texts.small : texts.cases(few)
      }}</span>
    }
    @if (link(); as link) {
      <button
        type="button"
        [appDrawerLink]="link"
        [tabindex]="tabindex()"
        [attr.data-row]="row()"
        [attr.data-column]="column()"
      >
        {{ written() }}
      </button>
    } @else {
      <span>{{ written() }}</span>
    }
  `,
  styles: `
    :host {
      text-align: right;
      font-variant-numeric: tabular-nums;
    }
    button {
      min-width: 32px;
      min-height: 28px;
      margin: 0 -6px 0 0;
      padding: 0 6px;
      border: 0;
      border-radius: var(--r-1);
      background: none;
      text-align: right;
      font-weight: inherit;
    }
    @media (pointer: coarse) {
      button {
        min-width: 44px;
        min-height: 44px;
      }
    }
    @media print {
      button {
        min-height: 0;
      }
    }
    button:hover {
      background: var(--accent-soft);
      color: var(--accent);
    }
    :host:focus-visible,
    button:focus-visible {
      outline-offset: -2px;
    }
    .small {
      margin-right: var(--s-1);
      font: var(--t-label);
      color: var(--ink-2);
    }
    .bar {
      display: inline-block;
      width: 72px;
      height: 6px;
      margin-right: var(--s-2);
      border-radius: 3px;
      background: var(--hairline);
      vertical-align: middle;
    }
    .bar.none {
      background: none;
    }
    @media (max-width: 640px) {
      .bar {
        width: 32px;
      }
    }
    /* Wide enough for most amounts, so that the bars of a column start aligned. */
    .bar ~ button,
    .bar ~ span {
      display: inline-block;
      min-width: 11ch;
    }
    :host(.share) :is(.bar ~ button, .bar ~ span) {
      min-width: 5ch;
    }
    .bar i {
      display: block;
      height: 100%;
      border-radius: 3px;
      background: var(--accent);
    }
  `,
})
export class NumberCell {
  private readonly formats = inject(Formats);
  protected readonly texts = METRIC_TABLE;

  readonly table = input.required<MetricTable>();
  readonly of = input.required<TableColumn>();
  /** Its row; null for the totals. */
  readonly in = input.required<TableRow | null>();
  readonly value = input.required<number | null>();
  /** Length of the bar beside the number in percent; null without bar. */
  readonly bar = input<number | null>(null);
  readonly row = input.required<number>();
  readonly column = input.required<number>();
  readonly tabindex = input.required<0 | -1>();
  readonly linkOf = input<LinkOfColumn>(linkOfMetric);

  protected readonly link = computed(() => linkOfCell(this.table(), this.of(), this.in(), this.linkOf()));
  protected readonly few = computed(() => fewCases(this.table(), this.of(), this.in()));
  protected readonly written = computed(() => this.formats.long(this.value(), this.of().unit));
}
