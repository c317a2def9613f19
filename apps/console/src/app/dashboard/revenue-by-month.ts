import { Component, computed, inject, input } from '@angular/core';
import type { AnswerPeriod, RevenueStep } from '@app/contracts';
import type { Chart, Plugin } from 'chart.js';
import { ChartPalette } from '../ui/base/chart-colours';
import { LinkPlot } from '../ui/charts/link-plot';
import { stepWidth } from '../ui/charts/plot-sizes';
import { drawOutlines } from '../ui/charts/target-outlines';
import { drawBandName } from '../ui/charts/band-name';
import { drawHatching } from '../ui/charts/bar-hatching';
import { type SeriesLabels, drawSeriesLabels } from '../ui/charts/series-labels';
import { isUnfinished, nowAmong } from '../ui/charts/unfinished';
import { metricLink } from '../ui/links/link';
import { LinkOpener } from '../ui/links/link-opener';
import { Formats } from '../ui/base/formats';
import { stepLabel, stepTick } from '../ui/base/step-label';
import { revenueChartOptions } from './revenue-chart.options';
import { type Series, type ShownSeries, datasetOf, hasSums, revenueChart } from './revenue-chart.data';
import { DASHBOARD } from './texts';

/** Closed revenue against target by month, or by the days or weeks of a short period. A bar opens its deals. */
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
      [minWidth]="stepWidth(keys(), 52)"
      [first]="keys().indexOf(now())"
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

  readonly heading = input.required<string>();
  readonly steps = input.required<readonly RevenueStep[]>();
  readonly period = input.required<AnswerPeriod>();
  readonly today = input.required<string>();
  readonly shown = input.required<ShownSeries>();

  protected readonly stepWidth = stepWidth;
  protected readonly keys = computed(() => this.steps().map(({ key }) => key));
  protected readonly now = computed(() => nowAmong(this.keys(), this.today()));
  private readonly spansYears = computed(
    () => this.period().from.slice(0, 4) !== this.period().to.slice(0, 4),
  );
  private readonly labels = computed(() =>
    this.keys().map((key) => stepTick(key, this.spansYears(), this.formats)),
  );

  protected readonly data = computed(() =>
    revenueChart(this.steps(), this.shown(), this.palette.colours(), this.labels(), this.now()),
  );
  protected readonly options = computed(() =>
    revenueChartOptions({
      steps: this.steps(),
      now: this.now(),
      shown: this.shown(),
      hasSums: hasSums(this.steps(), this.shown()),
      colours: this.palette.colours(),
      formats: this.formats,
      open: (step) => this.opener.open(linkOf(step)),
    }),
  );
  protected readonly links = computed(() =>
    this.steps().map((step) => ({
      step: step.key,
      label: this.linkLabel(step),
      link: linkOf(step.key),
    })),
  );
  protected readonly summary = computed(() => {
    const last = this.steps().at(-1);
    const closed = this.formats.moneyShort(last?.cumulative_closed ?? null);
    const target = last?.cumulative_target ?? null;
    return target === null
      ? DASHBOARD.revenue.summaryNoTarget(this.heading(), closed)
      : DASHBOARD.revenue.summary(this.heading(), closed, this.formats.moneyShort(target));
  });

  protected readonly draw: Omit<Plugin<'bar'>, 'id'> = {
    beforeDatasetsDraw: (chart) => {
      const { 'ink-3': stroke, 'surface-2': fill } = this.palette.colours();
      drawOutlines(chart, datasetOf('target'), stroke, fill);
    },
    afterDatasetDraw: (chart, { index }) => {
      const dataset = datasetOf('closed');
      if (index !== dataset) return;
      const bars = this.keys().flatMap((key, at) => (isUnfinished(key, this.now()) ? [at] : []));
      drawHatching(chart, [{ dataset, colour: this.palette.colours().accent, bars }]);
    },
    afterDatasetsDraw: (chart) => {
      const { 'ink-2': quiet, surface: halo } = this.palette.colours();
      drawBandName(chart, { scale: 'sum', text: DASHBOARD.revenue.sums, colour: quiet, halo });
      drawSeriesLabels(chart, this.valueLabels(chart), { halo, outlines: datasetOf('target') });
    },
  };

  /** The value of each bar and the last one of each sum. */
  private valueLabels(chart: Chart): SeriesLabels[] {
    const { ink, accent, 'ink-2': quiet } = this.palette.colours();
    const short = (value: number) => this.formats.moneyShort(value);
    const shortest = (value: number) => this.formats.shortest(value, 'money');
    const closedTexts = (write: (value: number) => string) =>
      this.steps().map(({ closed }) => (closed > 0 ? write(closed) : ''));
    const endOf = (series: Series, colour: string, words: (money: string) => string): SeriesLabels => {
      const dataset = datasetOf(series);
      const values = chart.data.datasets[dataset]?.data ?? [];
      const last = values.findLastIndex((value) => value !== null);
      const ends = values.map((value, at) =>
        at === last && typeof value === 'number' ? words(short(value)) : '',
      );
      return { dataset, texts: ends, shorter: ends, colour };
    };
    return [
      {
        dataset: datasetOf('closed'),
        texts: closedTexts(short),
        shorter: closedTexts(shortest),
        colour: ink,
      },
      endOf('cumulative_closed', accent, (money) => money),
      endOf('cumulative_target', quiet, DASHBOARD.revenue.targetEnd),
    ];
  }

  private linkLabel({ key, closed, target }: RevenueStep): string {
    const name = stepLabel(key, this.formats);
    const money = this.formats.money(closed);
    return target === null
      ? DASHBOARD.revenue.link(name, money)
      : DASHBOARD.revenue.linkTarget(name, money, this.formats.money(target));
  }
}

/** The link of a bar: closed revenue against its target. */
const linkOf = (step: string) => metricLink('period.closed', { part: step });
