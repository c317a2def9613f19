import { Component, inject, input } from '@angular/core';
import type { MetricUnit, NumberId } from '@app/contracts';
import type { ComparedNumber } from '@app/domain/metrics';
import type { Change } from '../ui/numbers/change';
import { metricLink } from '../ui/links/link';
import { DrawerLinkButton } from '../ui/links/link-button';
import { Formats } from '../ui/base/formats';
import { TargetFigure } from './target-figure';
import { CardHead } from '../ui/card-head';
import { TermLink } from '../ui/term-link';

/** A number of a block. */
export interface Figure {
  metric: NumberId;
  label: string;
  unit: MetricUnit;
  number: ComparedNumber;
  /** A note about its target; may be empty. */
  mark: string;
  change: Change | null;
}

/** A card of two main numbers, further numbers, and a note. */
@Component({
  selector: 'app-figures-block',
  imports: [CardHead, DrawerLinkButton, TargetFigure, TermLink],
  template: `
    <app-card-head [heading]="heading()">
      @if (leading()[0]; as first) {
        <app-term-link isQuiet [term]="first.metric" [label]="first.label" />
      }
    </app-card-head>
    @for (figure of leading(); track figure.metric) {
      <app-target-figure
        [label]="figure.label"
        [number]="figure.number"
        [unit]="figure.unit"
        [change]="figure.change"
        [mark]="figure.mark"
        [link]="metricLink(figure.metric)"
      />
    }
    <div class="after">
      @for (figure of following(); track figure.metric) {
        <button type="button" class="drawer-link" [appDrawerLink]="metricLink(figure.metric)">
          <span>{{ figure.label }}</span>
          <b>{{ formats.short(figure.number.value, figure.unit) }}</b>
        </button>
      }
      @if (note()) {
        <p [title]="hint()">{{ note() }}</p>
      }
    </div>
  `,
  styles: `
    app-target-figure + app-target-figure {
      margin-top: var(--s-1);
    }
    /* Two lines, so that the next number starts at the same height in each block. */
    .after {
      min-height: 73px;
      margin-top: auto;
      padding-top: var(--s-2);
    }
    .after::before {
      content: '';
      display: block;
      border-top: 1px solid var(--hairline);
      margin-bottom: var(--s-2);
    }
    @media (max-width: 640px) {
      .after {
        min-height: 0;
      }
    }
    p {
      color: var(--ink-2);
      padding-block: 4px;
    }
  `,
})
export class FiguresBlock {
  protected readonly formats = inject(Formats);
  protected readonly metricLink = metricLink;
  readonly heading = input.required<string>();
  readonly leading = input.required<readonly Figure[]>();
  readonly following = input<readonly Figure[]>([]);
  readonly note = input('');
  readonly hint = input('');
}
