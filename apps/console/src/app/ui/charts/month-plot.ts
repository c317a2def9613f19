import { Component, computed, inject, input } from '@angular/core';
import type { Plugin } from 'chart.js';
import { Formats } from '../formats';
import { type Door, metricDoor } from '../doors/door';
import { Doors } from '../doors/doors';
import { ChartPalette } from './chart-colours';
import type { FilledSeries } from './chart-series';
import { DoorPlot } from './door-plot';
import { type MonthChartData, monthChart } from './month-chart.data';
import { monthChartLabels } from './month-chart.labels';
import { monthChartOptions } from './month-chart.options';
import { drawSeriesLabels } from './series-labels';
import { CHARTS } from './texts';

/** A chart by month with its numbers written into it. */
@Component({
  selector: 'app-month-plot',
  imports: [DoorPlot],
  template: `
    <app-door-plot
      [data]="chart()"
      [options]="options()"
      [draw]="draw"
      [doors]="doors()"
      [summary]="summary()"
      [first]="data().months.indexOf(data().thisMonth)"
    />
  `,
  styles: `
    :host {
      display: block;
      min-width: 0;
      height: 100%;
    }
  `,
})
export class MonthPlot {
  private readonly formats = inject(Formats);
  private readonly palette = inject(ChartPalette);
  private readonly opener = inject(Doors);

  readonly data = input.required<MonthChartData>();
  /** What the chart shows, in one sentence. */
  readonly summary = input.required<string>();

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
    this.data().months.map((month, at) => ({
      month,
      label: this.doorLabel(month, at),
      door: this.doorOf(at, null),
    })),
  );

  protected readonly draw: Omit<Plugin<'bar'>, 'id'> = {
    afterDatasetsDraw: (chart) => {
      const colours = this.palette.colours();
      drawSeriesLabels(chart, monthChartLabels(this.data(), this.formats, colours), colours.surface);
    },
  };

  private openMonth(at: number, series: number | null): void {
    const door = this.doorOf(at, series);
    if (door) this.opener.open(door);
  }

  /** A month beside its marks opens what the chart is about: its first bar or line, which is the total of a stack. */
  private doorOf(at: number, series: number | null): Door | null {
    const month = this.data().months[at];
    const clicked = series === null ? null : this.data().series[series]?.metric;
    const metric = clicked ?? this.leading()?.metric;
    return month && metric ? metricDoor(metric, { part: month }) : null;
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
