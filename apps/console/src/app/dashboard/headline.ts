import { Component, computed, inject, input, output } from '@angular/core';
import type { DashboardScreen, MetricUnit, MetricValue } from '@app/contracts';
import { type Change, changeOf } from '../ui/comparison';
import { Formats } from '../ui/formats';
import { NumberCard } from '../ui/number-card';
import { noteWords } from '../ui/number-notes';
import { type SparkPoint, sparkOf } from '../ui/sparkline.data';
import { numberOf } from './numbers';
import { DASHBOARD } from './texts';

interface HeadlineNumber {
  metric: string;
  label: string;
  unit: MetricUnit;
  number: MetricValue;
  notes: string[];
  change: Change | null;
  course: readonly SparkPoint[];
}

/** The six numbers that say how it stands: one quiet band. */
@Component({
  selector: 'app-headline',
  imports: [NumberCard],
  host: { role: 'region', '[attr.aria-label]': 'label' },
  template: `
    @for (each of numbers(); track each.metric) {
      <app-number-card
        [label]="each.label"
        [number]="each.number"
        [unit]="each.unit"
        [notes]="each.notes"
        [change]="each.change"
        [course]="each.course"
        (open)="open.emit(each.metric)"
      />
    }
  `,
  styleUrl: './headline.css',
})
export class Headline {
  private readonly formats = inject(Formats);
  protected readonly label = DASHBOARD.headline.label;

  readonly screen = input.required<DashboardScreen>();
  readonly isFiltered = input.required<boolean>();
  readonly open = output<string>();

  protected readonly numbers = computed((): HeadlineNumber[] => {
    const { headline } = this.screen();
    const texts = DASHBOARD.headline;
    const isHalf = headline.span_from.slice(5) !== '01-01' || headline.span_to.slice(5) !== '12-31';
    return [
      this.money('revenue.ytd', texts.revenue(isHalf)),
      this.remaining(),
      this.money('pipe.created', texts.created),
      this.money('pipe.created_weighted', texts.createdWeighted),
      this.active(),
      this.money('pipe.active_weighted', texts.activeWeighted),
    ];
  });

  private remaining(): HeadlineNumber {
    const number = this.numberOf('revenue.remaining');
    const isOver = number.value !== null && number.value < 0;
    return {
      ...this.money('revenue.remaining', isOver ? DASHBOARD.headline.exceeded : DASHBOARD.headline.remaining),
      number: isOver ? { ...number, value: -(number.value ?? 0) } : number,
      notes: this.remainingNotes(number.value),
    };
  }

  private remainingNotes(remaining: number | null): string[] {
    const texts = DASHBOARD.headline;
    const { needed_per_month, span_to } = this.screen().headline;
    if (remaining === null) return [this.isFiltered() ? texts.filtered : texts.noTarget];
    if (remaining <= 0) return [texts.reached];
    const gap = this.numberOf('revenue.gap').value ?? 0;
    const behind = gap > 0 ? texts.behindBy(this.formats.moneyShort(gap)) : '';
    const needed =
      needed_per_month === null
        ? ''
        : texts.needed(this.formats.moneyShort(needed_per_month), this.formats.dayAndMonth(span_to));
    return [needed, behind].filter((part) => part !== '');
  }

  /** That every deal was looked at is worth saying too: it is why the number can be trusted. */
  private active(): HeadlineNumber {
    const number = this.of('deals.active', DASHBOARD.headline.active, 'count');
    return number.notes.length > 0 ? number : { ...number, notes: [DASHBOARD.headline.allAssessed] };
  }

  private money(metric: string, label: string): HeadlineNumber {
    return this.of(metric, label, 'money');
  }

  private of(metric: string, label: string, unit: MetricUnit): HeadlineNumber {
    const { comparison, months, notes, as_of } = this.screen();
    return {
      metric,
      label,
      unit,
      number: this.numberOf(metric),
      notes: noteWords(notes[metric], this.formats),
      change: changeOf(metric, unit, comparison, this.formats),
      course: sparkOf(months, metric, as_of),
    };
  }

  private numberOf(metric: string): MetricValue {
    return numberOf(this.screen().metrics, metric);
  }
}
