import { Component, computed, inject, input, output } from '@angular/core';
import type { DashboardScreen, MetricUnit, MetricValue, Weightless } from '@app/contracts';
import { Formats } from '../ui/formats';
import { NumberCard } from '../ui/number-card';
import { TEXTS } from '../ui/texts';
import { numberOf } from './numbers';
import { DASHBOARD } from './texts';

interface HeadlineNumber {
  metric: string;
  label: string;
  unit: MetricUnit;
  number: MetricValue;
  notes: string[];
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
      this.money(
        'pipe.created_weighted',
        texts.createdWeighted,
        this.weightless(headline.created_weightless),
      ),
      {
        metric: 'deals.active',
        label: texts.active,
        unit: 'count',
        number: this.numberOf('deals.active'),
        notes: [
          headline.active_not_assessed > 0
            ? texts.notAssessed(this.formats.count(headline.active_not_assessed))
            : texts.allAssessed,
        ],
      },
      this.money('pipe.active_weighted', texts.activeWeighted, this.weightless(headline.active_weightless)),
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

  private money(metric: string, label: string, notes: string[] = []): HeadlineNumber {
    return { metric, label, unit: 'money', number: this.numberOf(metric), notes };
  }

  private weightless({ deals, pipe }: Weightless): string[] {
    if (deals === 0) return [];
    return [
      DASHBOARD.headline.weightless(
        TEXTS.deals(this.formats.count(deals), deals === 1),
        this.formats.moneyShort(pipe),
      ),
    ];
  }

  private numberOf(metric: string): MetricValue {
    return numberOf(this.screen().metrics, metric);
  }
}
