import { Component, computed, inject, input, output, signal, viewChild } from '@angular/core';
import type { ActiveElement, Plugin } from 'chart.js';
import { BaseChartDirective } from 'ng2-charts';
import { Formats } from '../formats';
import type { CellDoor } from '../metric-table/cell-door';
import { ChartPalette } from './chart-colours';
import type { FilledSeries } from './chart-series';
import { type MonthChartData, monthChart } from './month-chart.data';
import { monthChartLabels } from './month-chart.labels';
import { monthChartOptions } from './month-chart.options';
import { MonthDoors } from './month-doors';
import { provideChartParts } from './parts';
import { drawSeriesLabels } from './series-labels';
import { CHARTS } from './texts';

/** The canvas of a chart by month, with its doors for the keyboard. */
@Component({
  selector: 'app-month-plot',
  imports: [BaseChartDirective, MonthDoors],
  providers: [provideChartParts()],
  template: `
    <div class="plot" [style.min-width.px]="data().months.length * 44">
      <canvas
        baseChart
        type="bar"
        role="img"
        [attr.aria-label]="summary()"
        [data]="chart()"
        [options]="options()"
        [plugins]="plugins"
      ></canvas>
      <app-month-doors
        [style.left.px]="area().left"
        [style.right.px]="area().right"
        [doors]="doors()"
        (open)="openMonth(data().months.indexOf($event), null)"
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
export class MonthPlot {
  private readonly formats = inject(Formats);
  private readonly palette = inject(ChartPalette);
  private readonly canvas = viewChild.required(BaseChartDirective);

  readonly data = input.required<MonthChartData>();
  /** What the chart shows, in one sentence. */
  readonly summary = input.required<string>();
  readonly open = output<CellDoor>();

  protected readonly area = signal(
    { left: 0, right: 0 },
    { equal: (before, now) => before.left === now.left && before.right === now.right },
  );
  private readonly labels = computed(() => {
    const { months } = this.data();
    const spansYears = months.some((month) => month.slice(0, 4) !== months[0]?.slice(0, 4));
    return months.map((month) => this.formats.month(month, spansYears));
  });
  protected readonly chart = computed(() => monthChart(this.data(), this.labels(), this.palette.colours()));
  protected readonly options = computed(() =>
    monthChartOptions({
      ...this.data(),
      colours: this.palette.colours(),
      formats: this.formats,
      open: (month, series) => this.openMonth(month, series),
    }),
  );
  protected readonly doors = computed(() =>
    this.data().months.map((month, at) => ({ month, label: this.doorLabel(month, at) })),
  );

  // The plugins stay the same objects, they read what is current when they draw.
  protected readonly plugins: Plugin<'bar'>[] = [
    {
      id: 'area',
      afterLayout: ({ chartArea, width }) =>
        this.area.set({ left: Math.round(chartArea.left), right: Math.round(width - chartArea.right) }),
    },
    {
      id: 'labels',
      afterDatasetsDraw: (chart) => {
        const colours = this.palette.colours();
        drawSeriesLabels(chart, monthChartLabels(this.data(), this.formats, colours), colours.surface);
      },
    },
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

  /** A month beside its marks opens what the chart is about: its first bar or line, which is the total of a stack. */
  protected openMonth(at: number, series: number | null): void {
    const month = this.data().months[at];
    const clicked = series === null ? null : this.data().series[series]?.metric;
    const metric = clicked ?? this.leading()?.metric;
    if (month && metric) this.open.emit({ metric, part: month, only: null });
  }

  private leading(): FilledSeries | undefined {
    const visible = this.visible().filter(({ metric }) => metric !== null);
    return visible.find(({ kind }) => kind !== 'stacked') ?? visible[0];
  }

  private visible(): readonly FilledSeries[] {
    return this.data().series.filter(({ column }) => this.data().shown.has(column));
  }

  private doorLabel(month: string, at: number): string {
    const numbers = this.visible().map(({ label, unit, values }) =>
      CHARTS.number(label, this.formats.long(values[at] ?? null, unit)),
    );
    return CHARTS.door(this.formats.month(month, true), numbers.join(', '));
  }
}
