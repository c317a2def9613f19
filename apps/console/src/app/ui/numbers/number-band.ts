import { Component, computed, inject, input } from '@angular/core';
import type { MetricId, MetricUnit, Screen } from '@app/contracts';
import type { ComparedNumber } from '@app/domain/metrics';
import { changeOf } from './change';
import { CopyMenu } from '../copy/copy-menu';
import { metricLink } from '../links/link';
import { Formats } from '../base/formats';
import { TEXTS } from '../base/texts';
import { PageContext } from '../page-context';
import { NumberCard } from './number-card';
import { type ShownNumber, copyOfNumbers } from './number-copy';
import { judged, noteLabels, untilEndNote } from './number-notes';
import { sparkOf } from './sparkline.data';

/** A number of a band. Label and unit are those that came with its value where they are left out. */
export interface BandNumber {
  metric: MetricId;
  label?: string;
  unit?: MetricUnit;
  /** Notes of the page, before those of the answer. */
  notes?: readonly string[];
}

/** Nothing is not the same as nothing known: many sheets have ARR alone. */
const lacksMrr = (metric: MetricId, { metrics }: Screen): boolean =>
  metric === 'deals.mrr' && metrics['deals.mrr']?.value === 0 && (metrics['deals.closed']?.value ?? 0) > 0;

const UNKNOWN: ComparedNumber = { value: null, target: null, progress: null, pace: null, status: null };

/** A band of key numbers, each with target, trend, comparison and notes. */
@Component({
  selector: 'app-number-band',
  imports: [CopyMenu, NumberCard],
  host: {
    role: 'region',
    '[class.lead]': 'hasLead()',
    '[class.four]': 'shown().length === 4',
    '[attr.aria-label]': 'label()',
    '[style.--columns]': 'columns() ?? shown().length',
  },
  template: `
    @for (each of shown(); track each.metric) {
      <app-number-card
        [class.lead]="hasLead() && $first"
        [label]="each.label"
        [number]="each.number"
        [unit]="each.unit"
        [change]="each.change"
        [notes]="each.notes"
        [trend]="each.trend"
        [link]="metricLink(each.metric)"
      />
    }
    <app-copy-menu class="copy" [of]="copied" [title]="label()" />
  `,
  styleUrl: './band.css',
  styles: `
    :host {
      grid-template-columns: repeat(var(--columns), minmax(0, 1fr));
    }
    /* Hairlines on two sides of each, the outer ones cut off: right for any number of rows. */
    app-number-card {
      box-shadow:
        1px 0 var(--hairline),
        0 1px var(--hairline);
    }
    :host(.lead) app-number-card:first-of-type {
      grid-row: span 2;
    }
    @media (max-width: 1100px) {
      :host {
        grid-template-columns: repeat(min(3, var(--columns)), minmax(0, 1fr));
      }
      :host(.lead) app-number-card:first-of-type {
        grid-row: auto;
      }
    }
    @media (min-width: 901px) and (max-width: 1100px) {
      :host(.four) {
        grid-template-columns: repeat(4, minmax(0, 1fr));
      }
    }
    @media (max-width: 900px) {
      :host(.four) {
        grid-template-columns: repeat(2, minmax(0, 1fr));
      }
    }
    /* The last row has no gap. */
    @media (min-width: 641px) and (max-width: 1100px) {
      :host(:not(.lead, .four)) app-number-card:last-of-type:nth-of-type(3n + 1) {
        grid-column: 1 / -1;
      }
      :host(:not(.lead)) app-number-card:last-of-type:nth-of-type(3n + 2) {
        grid-column: span 2;
      }
    }
    @media (max-width: 640px) {
      :host {
        grid-template-columns: repeat(2, minmax(0, 1fr));
      }
      :host(:not(.lead)) app-number-card:last-of-type:nth-of-type(odd) {
        grid-column: 1 / -1;
      }
      :host(.lead) app-number-card:first-of-type {
        grid-column: 1 / -1;
      }
    }
  `,
})
export class NumberBand {
  private readonly formats = inject(Formats);
  private readonly page = inject(PageContext);
  protected readonly metricLink = metricLink;

  /** Names the numbers for screen readers. */
  readonly label = input.required<string>();
  readonly numbers = input.required<readonly BandNumber[]>();
  /** Cards beside each other on a wide page; all of them when left out. */
  readonly columns = input<number | null>(null);
  /** The first number is the sum of the others: on a wide page it precedes two rows of them. */
  readonly hasLead = input(false);

  protected readonly shown = computed((): ShownNumber[] => {
    const screen = this.page.answer();
    return screen ? this.numbers().map((each) => this.shownOf(each, screen)) : [];
  });

  protected readonly copied = () =>
    copyOfNumbers(this.shown(), { title: this.label(), subtitle: this.page.subtitle() }, this.formats);

  private shownOf({ metric, label, unit, notes = [] }: BandNumber, screen: Screen): ShownNumber {
    const { metrics, months, trend, comparison, period, as_of, notes: all } = screen;
    const number = metrics[metric] && judged(metric, metrics[metric], screen);
    const later = number?.value ? untilEndNote(metric, screen, this.formats) : null;
    const known = unit ?? number?.unit ?? 'count';
    return {
      metric,
      label: label ?? number?.label ?? metric,
      unit: known,
      number: number ?? UNKNOWN,
      change: changeOf(metric, known, comparison, this.formats, number?.value),
      notes: [
        ...notes,
        ...(later ? [later] : []),
        ...(lacksMrr(metric, screen) ? [TEXTS.notes.withoutMrr] : []),
        ...noteLabels(all[metric], this.formats),
      ],
      trend: sparkOf(trend?.table ?? months, metric, { period, as_of }),
    };
  }
}
