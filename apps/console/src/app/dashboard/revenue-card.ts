import { Component, computed, inject, input, output, signal } from '@angular/core';
import { LucideChartColumn, LucideTable } from '@lucide/angular';
import type { AnswerPeriod, RevenueMonth } from '@app/contracts';
import { Formats } from '../ui/formats';
import { remember, remembered } from '../ui/memory';
import { RevenueByMonth } from './revenue-by-month';
import { FIRST_SHOWN, SERIES, type Series, type ShownSeries } from './revenue-chart.data';
import { DASHBOARD } from './texts';

/** Revenue by month as a chart or as the same numbers in a table. */
@Component({
  selector: 'app-revenue-card',
  imports: [LucideChartColumn, LucideTable, RevenueByMonth],
  templateUrl: './revenue-card.html',
  styleUrl: './revenue-card.css',
})
export class RevenueCard {
  protected readonly formats = inject(Formats);
  protected readonly texts = DASHBOARD.revenue;

  readonly months = input.required<readonly RevenueMonth[]>();
  readonly period = input.required<AnswerPeriod>();
  readonly today = input.required<string>();
  readonly open = output<string>();

  /** A series without any value, such as targets that are not set, is not offered. */
  protected readonly series = computed(() =>
    SERIES.filter((series) => this.months().some((month) => month[series] !== null)),
  );
  protected readonly shown = signal(rememberedSeries());
  protected readonly asTable = signal(remembered('revenue.table') === 'yes');
  protected readonly hasNothing = computed(() =>
    this.months().every((month) => month.closed === 0 && month.target === null && month.created === 0),
  );
  /** Sums of what can be summed: a running sum has no total. */
  protected readonly totals = computed((): Partial<Record<Series, number | null>> => ({
    closed: total(this.months(), 'closed'),
    target: total(this.months(), 'target'),
    created_weighted: total(this.months(), 'created_weighted'),
    created: total(this.months(), 'created'),
  }));

  protected toggle(series: Series): void {
    this.shown.update((shown) => ({ ...shown, [series]: !shown[series] }));
    remember('revenue.series', JSON.stringify(this.shown()));
  }

  protected showTable(asTable: boolean): void {
    this.asTable.set(asTable);
    remember('revenue.table', asTable ? 'yes' : 'no');
  }
}

/** Null where no month has a value, so that a missing target is not shown as zero. */
function total(months: readonly RevenueMonth[], series: Series): number | null {
  const values = months.flatMap((month) => month[series] ?? []);
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0);
}

function rememberedSeries(): ShownSeries {
  try {
    const stored: unknown = JSON.parse(remembered('revenue.series') ?? '{}');
    return { ...FIRST_SHOWN, ...(typeof stored === 'object' ? stored : {}) };
  } catch {
    return FIRST_SHOWN;
  }
}
