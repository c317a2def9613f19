import { Component, computed, inject, input } from '@angular/core';
import type { MetricTable as Table } from '@app/contracts';
import { Formats } from '../base/formats';
import { Narrow } from '../base/narrow';
import { comparedName } from '../numbers/change';
import { PageContext } from '../page-context';
import { ChartCard } from './chart-card';
import { type ChartSeries, drawnOf, filledSeries, legendOf } from './chart-series';
import { ghostsOf, hasUnfinished, isBlank, rowsOf } from './month-chart.data';
import { MonthPlot } from './month-plot';
import { areNamesAbove, plotHeight } from './plot-sizes';
import { shownSeries } from './shown-series';
import { CHARTS } from './texts';
import { nowAmong } from './unfinished';
import { MissingPart } from '../missing-part';

/**
 * Numbers by month, or by the days or weeks of a short period, as a chart, or the same numbers as a table. Series are switched by the legend; bars and points open
 * their records.
 *
 * @example
 *   <app-month-chart [heading]="…" name="attended" [table]="data.months" [series]="SERIES" file="months" />
 */
@Component({
  selector: 'app-month-chart',
  imports: [ChartCard, MissingPart, MonthPlot],
  templateUrl: './month-chart.html',
  styles: `
    :host {
      display: grid;
      min-width: 0;
    }
  `,
})
export class MonthChart {
  private readonly formats = inject(Formats);
  private readonly page = inject(PageContext);
  private readonly isNarrow = inject(Narrow).is;

  readonly heading = input.required<string>();
  readonly aside = input('');
  /** Key under which the user's choices are stored, unique in the console. */
  readonly name = input.required<string>();
  readonly table = input.required<Table>();
  /** Bars first, in stacking order; a line is a total or an outcome. */
  readonly series = input.required<readonly ChartSeries[]>();
  /** Name of the table's file; null offers none. */
  readonly file = input<string | null>(null);

  protected readonly shown = shownSeries(this.name, this.series);

  /** Records without a date are in no month of the chart; the table lists them. */
  private readonly dated = computed(() => ({
    ...this.table(),
    rows: this.table().rows.filter(({ key }) => key !== null),
  }));
  private readonly comparison = computed(() => this.page.answer()?.comparison ?? null);
  private readonly earlier = computed(() => {
    const { months = null, trend = null } = this.comparison() ?? {};
    return this.table().by === 'month' ? months : trend;
  });
  private readonly filled = computed(() => filledSeries(this.dated(), this.series(), this.earlier()));
  protected readonly legend = computed(() => legendOf(this.filled()));
  private readonly drawnSeries = computed(() => drawnOf(this.filled(), this.shown.columns()));
  protected readonly isBlank = computed(() =>
    isBlank(this.filled().filter(({ column }) => this.drawnSeries().has(column))),
  );
  /** Something is there, in what the reader turned off. */
  protected readonly hasOthers = computed(() => this.isBlank() && !isBlank(this.filled()));
  protected readonly blank = computed(() => (this.hasOthers() ? CHARTS.noneShown : CHARTS.none));
  protected readonly hasUnfinished = computed(() => hasUnfinished(this.data()));
  private readonly steps = computed(() => this.dated().rows.map(({ key }) => key ?? ''));
  protected readonly data = computed(() => ({
    steps: this.steps(),
    series: this.filled(),
    shown: this.drawnSeries(),
    beforeName: this.beforeName(),
    isNarrow: this.isNarrow(),
    now: nowAmong(this.steps(), this.page.answer()?.as_of ?? ''),
  }));
  protected readonly height = computed(() =>
    plotHeight(areNamesAbove(this.data()), rowsOf(this.data()).length),
  );
  private readonly beforeName = computed(() => {
    const comparison = this.comparison();
    return comparison ? comparedName(comparison) : '';
  });
  /** The period before, by name, where it is drawn. */
  protected readonly ghost = computed(() => (ghostsOf(this.data()).length > 0 ? this.beforeName() : ''));
  /** Only the columns of the chart: the answer may hold other metrics beside them. */
  protected readonly drawn = computed((): Table => {
    const { columns, rows, totals, by } = this.table();
    const kept = this.filled().map(({ column }) => columns.findIndex(({ id }) => id === column));
    const pick = <T>(values: readonly T[]) => kept.flatMap((at) => values.slice(at, at + 1));
    return {
      by,
      columns: pick(columns),
      rows: rows.map((row) => ({ ...row, values: pick(row.values) })),
      totals: pick(totals),
    };
  });
  protected readonly summary = computed(() => {
    const { columns, totals } = this.drawn();
    const numbers = columns.flatMap(({ label, unit }, at) =>
      totals[at] == null ? [] : CHARTS.number(label, this.formats.long(totals[at], unit)),
    );
    return CHARTS.summary(this.heading(), numbers.join(', '));
  });
}
