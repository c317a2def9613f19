import { Component, ElementRef, computed, inject, input, output, signal } from '@angular/core';
import { LucideChartColumn, LucideTable } from '@lucide/angular';
import type { DashboardScreen } from '@app/contracts';
import { CopyMenu } from '../ui/copy/copy-menu';
import type { Copyable } from '../ui/copy/copyable';
import { ExportMenu } from '../ui/export/export-menu';
import type { ExportQuestion } from '../ui/export/export-question';
import { Formats } from '../ui/formats';
import { remember, remembered } from '../ui/memory';
import { numberOf } from './numbers';
import { RevenueByMonth } from './revenue-by-month';
import { FIRST_SHOWN, SERIES, type Series, type ShownSeries } from './revenue-chart.data';
import { copyOfRevenue } from './revenue-copy';
import { DASHBOARD } from './texts';

/** Revenue by month as a chart or as the same numbers in a table. */
@Component({
  selector: 'app-revenue-card',
  imports: [CopyMenu, ExportMenu, LucideChartColumn, LucideTable, RevenueByMonth],
  templateUrl: './revenue-card.html',
  styleUrl: './revenue-card.css',
})
export class RevenueCard {
  protected readonly formats = inject(Formats);
  protected readonly texts = DASHBOARD.revenue;

  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef);

  readonly screen = input.required<DashboardScreen>();
  readonly subtitle = input.required<string>();
  readonly export = input.required<ExportQuestion>();
  readonly open = output<string>();

  protected readonly months = computed(() => this.screen().revenue_by_month);
  /** A series without any value, such as targets that are not set, is not offered. */
  protected readonly series = computed(() =>
    SERIES.filter((series) => this.months().some((month) => month[series] !== null)),
  );
  protected readonly shown = signal(rememberedSeries());
  protected readonly asTable = signal(remembered('revenue.table') === 'yes');
  protected readonly hasNothing = computed(() =>
    this.months().every((month) => month.closed === 0 && month.target === null && month.created === 0),
  );
  /** The numbers themselves where there are some: a running sum has no total but its last value. */
  protected readonly totals = computed((): Partial<Record<Series, number | null>> => {
    const { metrics } = this.screen();
    const last = this.months().at(-1);
    return {
      closed: last?.cumulative_closed ?? null,
      target: last?.cumulative_target ?? null,
      created_weighted: numberOf(metrics, 'pipe.created_weighted').value,
      created: numberOf(metrics, 'pipe.created').value,
    };
  });

  protected readonly copy = (): Copyable => {
    const canvas = this.element.nativeElement.querySelector('canvas');
    return copyOfRevenue(
      { months: this.months(), series: this.series(), totals: this.totals() },
      { subtitle: this.subtitle(), canvas },
      this.formats,
    );
  };

  protected toggle(series: Series): void {
    this.shown.update((shown) => ({ ...shown, [series]: !shown[series] }));
    remember('revenue.series', JSON.stringify(this.shown()));
  }

  protected showTable(asTable: boolean): void {
    this.asTable.set(asTable);
    remember('revenue.table', asTable ? 'yes' : 'no');
  }
}

function rememberedSeries(): ShownSeries {
  try {
    const stored: unknown = JSON.parse(remembered('revenue.series') ?? '{}');
    return { ...FIRST_SHOWN, ...(typeof stored === 'object' ? stored : {}) };
  } catch {
    return FIRST_SHOWN;
  }
}
