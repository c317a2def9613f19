import { Component, computed, inject, input } from '@angular/core';
import type { MetricId, MetricUnit, NumberId, ScreenAnswer } from '@app/contracts';
import type { ComparedNumber } from '@app/domain/metrics';
import { daysOf } from '@app/domain/period';
import { daysOfAnswer } from '../session/period-label';
import { type Change, changeOf } from '../ui/numbers/change';
import { metricLink } from '../ui/links/link';
import { Formats } from '../ui/base/formats';
import { type CardLine, NumberCard } from '../ui/numbers/number-card';
import { noteLabels } from '../ui/numbers/number-notes';
import { type SparkPoint, sparkOf } from '../ui/numbers/sparkline.data';
import { gapOf } from './gap';
import { numberOf } from './numbers';
import { periodRevenue, withoutTarget } from './period-revenue';
import { DASHBOARD } from './texts';

interface HeadlineNumber {
  metric: NumberId;
  label: string;
  unit: MetricUnit;
  number: ComparedNumber;
  notes: string[];
  lines: CardLine[];
  change: Change | null;
  trend: readonly SparkPoint[];
}

/** A half-year has no fewer days. */
const DAYS_OF_HALF = 181;

/** The band of the six key numbers. */
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
        [lines]="each.lines"
        [change]="each.change"
        [trend]="each.trend"
        [link]="metricLink(each.metric)"
      />
    }
  `,
  styleUrl: './headline.css',
})
export class Headline {
  private readonly formats = inject(Formats);
  protected readonly label = DASHBOARD.headline.label;
  protected readonly metricLink = metricLink;

  readonly screen = input.required<ScreenAnswer<'dashboard'>>();
  readonly isFiltered = input.required<boolean>();

  protected readonly numbers = computed((): HeadlineNumber[] => {
    const texts = DASHBOARD.headline;
    const first = this.isShort()
      ? [this.ofPeriod(), this.revenueWithRest()]
      : [this.revenue(), this.remaining()];
    return [
      ...first,
      this.money('pipe.created', texts.created),
      this.money('pipe.created_weighted', texts.createdWeighted),
      this.asOfToday(this.active()),
      this.asOfToday(this.money('pipe.active_weighted', texts.activeWeighted)),
    ];
  });

  /** Whether the period is shorter than any that revenue is planned over: then its own result stands first. */
  private readonly isShort = computed(() => daysOf(daysOfAnswer(this.screen())) < DAYS_OF_HALF);

  /** `2026`, or `H2 2026` where the installation plans in halves. */
  private readonly span = computed(() => {
    const { span_from, span_to } = this.screen().headline;
    const year = span_to.slice(0, 4);
    if (span_from.endsWith('-01-01') && span_to.endsWith('-12-31')) return year;
    return `${span_to.endsWith('-12-31') ? 'H2' : 'H1'} ${year}`;
  });

  private monthsOfSpan(): number {
    const { span_from, span_to } = this.screen().headline;
    return Number(span_to.slice(5, 7)) - Number(span_from.slice(5, 7)) + 1;
  }

  /** Revenue to date against the plan to date, and signed revenue that bills later. */
  private revenue(): HeadlineNumber {
    const texts = DASHBOARD.headline;
    const { starts_later: later, span_to } = this.screen().headline;
    const number = this.money('revenue.ytd', texts.revenue(this.span()));
    const behind = this.numberOf('revenue.gap').value;
    const gap = gapOf(behind, number.number.status);
    const short = texts.behindBy(this.formats.moneyShort(behind), gap?.why ?? '');
    const starts = texts.startsLater(this.formats.moneyShort(later), this.formats.dayAndMonth(span_to));
    const { months_without_target: without } = this.screen().headline;
    const partly = number.number.target === null ? [] : withoutTarget(without, this.monthsOfSpan());
    return {
      ...number,
      notes: [...partly, ...number.notes],
      lines: [
        ...(gap ? [{ text: short, tone: gap.tone, metric: 'revenue.gap' as const }] : []),
        ...(later > 0 ? [{ text: starts, tone: 'plain' as const, metric: 'revenue.later' as const }] : []),
      ],
    };
  }

  /** Revenue of the period, whose change is that of its closed ARR. */
  private ofPeriod(): HeadlineNumber {
    const { notes, ...card } = periodRevenue(this.screen(), this.formats);
    const closed = this.money('deals.arr', card.label);
    return { ...closed, ...card, trend: [], notes: [...notes, ...this.notesOf('period.revenue')] };
  }

  /** Revenue of the year, whose remainder has no place of its own beside a short period. */
  private revenueWithRest(): HeadlineNumber {
    const number = this.revenue();
    const rest = this.numberOf('revenue.remaining').value;
    if (rest === null || rest <= 0) return number;
    const text = DASHBOARD.headline.rest(this.formats.moneyShort(rest), this.span());
    return { ...number, lines: [...number.lines, { text, tone: 'plain', metric: 'revenue.remaining' }] };
  }

  private remaining(): HeadlineNumber {
    const texts = DASHBOARD.headline;
    const number = this.numberOf('revenue.remaining');
    const isOver = number.value !== null && number.value < 0;
    const label = isOver ? texts.exceeded : texts.remaining;
    return {
      ...this.money('revenue.remaining', label(this.span())),
      number: isOver ? { ...number, value: -number.value } : number,
      notes: [...this.remainingNotes(number.value), ...this.notesOf('revenue.remaining')],
      lines: this.needed(number.value),
    };
  }

  private remainingNotes(remaining: number | null): string[] {
    const texts = DASHBOARD.headline;
    if (remaining === null) return [this.isFiltered() ? texts.filtered : texts.noTarget];
    return remaining <= 0 ? [texts.reached] : [];
  }

  private needed(remaining: number | null): CardLine[] {
    const { needed_per_month: needed, span_to } = this.screen().headline;
    if (needed === null || (remaining ?? 0) <= 0) return [];
    const until = this.formats.dayAndMonth(span_to);
    const text = DASHBOARD.headline.needed(this.formats.moneyShort(needed), until);
    return [{ text, tone: 'plain', metric: 'revenue.needed' }];
  }

  /** Says so when every deal was assessed: it is why the number can be trusted. */
  private active(): HeadlineNumber {
    const number = this.of('deals.active', DASHBOARD.headline.active, 'count');
    return number.notes.length > 0 || number.number.value === 0
      ? number
      : { ...number, notes: [DASHBOARD.headline.allAssessed] };
  }

  /** What is open is so today: beside a period that may be taken for its own, it says so. */
  private asOfToday(number: HeadlineNumber): HeadlineNumber {
    const { as_of, period } = this.screen();
    const isOver = period.to < as_of || period.from > as_of;
    return this.isShort() || isOver
      ? { ...number, notes: [DASHBOARD.headline.today, ...number.notes] }
      : number;
  }

  private money(metric: MetricId, label: string): HeadlineNumber {
    return this.of(metric, label, 'money');
  }

  private of(metric: MetricId, label: string, unit: MetricUnit): HeadlineNumber {
    const { comparison, months, trend, period, as_of } = this.screen();
    return {
      metric,
      label,
      unit,
      number: this.numberOf(metric),
      notes: this.notesOf(metric),
      lines: [],
      change: changeOf(metric, unit, comparison, this.formats, this.numberOf(metric).value),
      trend: sparkOf(trend?.table ?? months, metric, { period, as_of }),
    };
  }

  private notesOf(metric: NumberId): string[] {
    return noteLabels(this.screen().notes[metric], this.formats);
  }

  private numberOf(metric: MetricId): ComparedNumber {
    return numberOf(this.screen().metrics, metric);
  }
}
