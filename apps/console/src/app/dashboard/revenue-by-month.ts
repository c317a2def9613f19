import { Component, computed, inject, input, output, signal, viewChild } from '@angular/core';
import type { AnswerPeriod, RevenueMonth } from '@app/contracts';
import type { ActiveElement, Chart, Plugin } from 'chart.js';
import { BaseChartDirective } from 'ng2-charts';
import { ChartPalette } from '../ui/charts/chart-colours';
import { MonthDoors } from '../ui/charts/month-doors';
import { lineEnds } from '../ui/charts/line-ends';
import { provideChartParts } from '../ui/charts/parts';
import { targetOutlines } from '../ui/charts/target-outlines';
import { valueLabels } from '../ui/charts/value-labels';
import { Formats } from '../ui/formats';
import { revenueChartOptions } from './revenue-chart.options';
import { SUMS, type ShownSeries, datasetOf, hasSums, revenueChart } from './revenue-chart.data';
import { DASHBOARD } from './texts';

/** What closed each month within what was planned. A bar opens its deals. */
@Component({
  selector: 'app-revenue-by-month',
  imports: [BaseChartDirective, MonthDoors],
  providers: [provideChartParts()],
  template: `
    <div class="plot" [style.min-width.px]="months().length * 52">
      <canvas
        baseChart
        type="bar"
        role="img"
        [attr.aria-label]="summary()"
        [data]="data()"
        [options]="options()"
        [plugins]="plugins"
      ></canvas>
      <app-month-doors
        [style.left.px]="area().left"
        [style.right.px]="area().right"
        [doors]="doors()"
        (open)="open.emit($event)"
        (focused)="point($event)"
      />
    </div>
  `,
  styles: `
    :host {
      display: block;
      overflow-x: auto;
      overflow-y: hidden;
      height: 100%;
    }
    .plot {
      position: relative;
      height: 100%;
    }
  `,
})
export class RevenueByMonth {
  private readonly formats = inject(Formats);
  private readonly palette = inject(ChartPalette);
  private readonly canvas = viewChild.required(BaseChartDirective);

  readonly months = input.required<readonly RevenueMonth[]>();
  readonly period = input.required<AnswerPeriod>();
  readonly today = input.required<string>();
  readonly shown = input.required<ShownSeries>();
  readonly open = output<string>();

  protected readonly area = signal({ left: 0, right: 0 });
  private readonly spansYears = computed(
    () => this.period().from.slice(0, 4) !== this.period().to.slice(0, 4),
  );
  private readonly labels = computed(() =>
    this.months().map(({ month }) => this.formats.month(month, this.spansYears())),
  );

  protected readonly data = computed(() =>
    revenueChart(
      this.months(),
      this.shown(),
      this.palette.colours(),
      this.labels(),
      this.today().slice(0, 7),
    ),
  );
  protected readonly options = computed(() =>
    revenueChartOptions({
      months: this.months(),
      thisMonth: this.today().slice(0, 7),
      shown: this.shown(),
      hasSums: hasSums(this.months(), this.shown()),
      colours: this.palette.colours(),
      formats: this.formats,
      open: (month) => this.open.emit(month),
    }),
  );
  protected readonly doors = computed(() =>
    this.months().map((month, at) => ({ month: month.month, label: this.doorLabel(month, at) })),
  );
  protected readonly summary = computed(() => {
    const closed = this.formats.moneyShort(sum(this.months().map((month) => month.closed)));
    const targets = this.months().flatMap(({ target }) => (target === null ? [] : [target]));
    if (targets.length === 0) return DASHBOARD.revenue.summaryNoTarget(closed);
    return DASHBOARD.revenue.summary(closed, this.formats.moneyShort(sum(targets)));
  });

  // The plugins stay the same objects, they read what is current when they draw.
  protected readonly plugins: Plugin<'bar'>[] = [
    { id: 'area', afterLayout: (chart) => this.area.set(edgesOf(chart.chartArea, chart.width)) },
    {
      id: 'outlines',
      beforeDatasetsDraw: (chart, args, options) => {
        const { 'ink-3': stroke, 'surface-2': fill } = this.palette.colours();
        targetOutlines(datasetOf('target'), stroke, fill).beforeDatasetsDraw?.(chart, args, options);
      },
    },
    {
      id: 'values',
      afterDatasetsDraw: (chart, args, options, cancelable) =>
        valueLabels({
          dataset: datasetOf('closed'),
          above: [datasetOf('target')],
          texts: this.months().map(({ closed }) => (closed > 0 ? this.formats.moneyShort(closed) : '')),
          colour: this.palette.colours().ink,
          halo: this.palette.colours().surface,
        }).afterDatasetsDraw?.(chart, args, options, cancelable),
    },
    { id: 'sums', afterDatasetsDraw: (chart) => this.drawSums(chart) },
  ];

  /** The keyboard's focus shows the same numbers as the pointer's hover. */
  protected point(at: number | null): void {
    const chart = this.canvas().chart;
    if (!chart) return;
    const active: ActiveElement[] = [];
    if (at !== null)
      chart.getSortedVisibleDatasetMetas().forEach(({ index, data }) => {
        const element = data[at];
        if (element) active.push({ datasetIndex: index, index: at, element });
      });
    chart.tooltip?.setActiveElements(active, { x: 0, y: 0 });
    chart.update();
  }

  private drawSums(chart: Chart): void {
    const { accent, 'ink-2': quiet, surface } = this.palette.colours();
    const ends = SUMS.map((series) => ({
      dataset: datasetOf(series),
      colour: series === 'cumulative_closed' ? accent : quiet,
      text: (value: number) =>
        series === 'cumulative_closed'
          ? this.formats.moneyShort(value)
          : DASHBOARD.revenue.targetEnd(this.formats.moneyShort(value)),
    }));
    lineEnds(chart, ends, { scale: 'sum', text: DASHBOARD.revenue.sums, colour: quiet, halo: surface });
  }

  private doorLabel({ month, closed, target }: RevenueMonth, at: number): string {
    const name = this.labels()[at] ?? month;
    const money = this.formats.money(closed);
    return target === null
      ? DASHBOARD.revenue.door(name, money)
      : DASHBOARD.revenue.doorTarget(name, money, this.formats.money(target));
  }
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

const edgesOf = (area: { left: number; right: number }, width: number) => ({
  left: Math.round(area.left),
  right: Math.round(width - area.right),
});
