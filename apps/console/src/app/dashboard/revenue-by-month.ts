import { Component, computed, inject, input } from '@angular/core';
import type { AnswerPeriod, RevenueMonth } from '@app/contracts';
import type { Chart, Plugin } from 'chart.js';
import { ChartPalette } from '../ui/base/chart-colours';
import { LinkPlot } from '../ui/charts/link-plot';
import { lineEnds } from '../ui/charts/line-ends';
import { drawOutlines } from '../ui/charts/target-outlines';
import { drawLabels } from '../ui/charts/value-labels';
import { metricLink } from '../ui/links/link';
import { LinkOpener } from '../ui/links/link-opener';
import { Formats } from '../ui/base/formats';
import { revenueChartOptions } from './revenue-chart.options';
import { SUMS, type ShownSeries, datasetOf, hasSums, revenueChart } from './revenue-chart.data';
import { DASHBOARD } from './texts';

/** Closed revenue against target by month. A bar opens its deals. */
@Component({
  selector: 'app-revenue-by-month',
  imports: [LinkPlot],
  template: `
    <app-link-plot
      [data]="data()"
      [options]="options()"
      [draw]="draw"
      [links]="links()"
      [summary]="summary()"
      [minWidth]="52"
      [first]="thisMonth()"
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
export class RevenueByMonth {
  private readonly formats = inject(Formats);
  private readonly palette = inject(ChartPalette);
  private readonly opener = inject(LinkOpener);

  readonly months = input.required<readonly RevenueMonth[]>();
  readonly period = input.required<AnswerPeriod>();
  readonly today = input.required<string>();
  readonly shown = input.required<ShownSeries>();

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
      open: (month) => this.opener.open(linkOf(month)),
    }),
  );
  protected readonly thisMonth = computed(() =>
    this.months().findIndex(({ month }) => month === this.today().slice(0, 7)),
  );
  protected readonly links = computed(() =>
    this.months().map((month, at) => ({
      month: month.month,
      label: this.linkLabel(month, at),
      link: linkOf(month.month),
    })),
  );
  protected readonly summary = computed(() => {
    const last = this.months().at(-1);
    const closed = this.formats.moneyShort(last?.cumulative_closed ?? null);
    const target = last?.cumulative_target ?? null;
    return target === null
      ? DASHBOARD.revenue.summaryNoTarget(closed)
      : DASHBOARD.revenue.summary(closed, this.formats.moneyShort(target));
  });

  protected readonly draw: Omit<Plugin<'bar'>, 'id'> = {
    beforeDatasetsDraw: (chart) => {
      const { 'ink-3': stroke, 'surface-2': fill } = this.palette.colours();
      drawOutlines(chart, datasetOf('target'), stroke, fill);
    },
    afterDatasetsDraw: (chart) => {
      const { ink, surface } = this.palette.colours();
      drawLabels(chart, {
        dataset: datasetOf('closed'),
        above: [datasetOf('target')],
        texts: this.months().map(({ closed }) => (closed > 0 ? this.formats.moneyShort(closed) : '')),
        colour: ink,
        halo: surface,
      });
      this.drawSums(chart);
    },
  };

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

  private linkLabel({ month, closed, target }: RevenueMonth, at: number): string {
    const name = this.labels()[at] ?? month;
    const money = this.formats.money(closed);
    return target === null
      ? DASHBOARD.revenue.link(name, money)
      : DASHBOARD.revenue.linkTarget(name, money, this.formats.money(target));
  }
}

/** The link of a month: closed revenue against its target. */
const linkOf = (month: string) => metricLink('period.closed', { part: month });
