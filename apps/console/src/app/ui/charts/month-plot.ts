import { Component, computed, inject, input } from '@angular/core';
import type { Chart, Plugin } from 'chart.js';
import { Formats } from '../base/formats';
import { stepLabel, stepTick } from '../base/step-label';
import { type DrawerLink, metricLink } from '../links/link';
import { LinkOpener } from '../links/link-opener';
import { ChartPalette } from '../base/chart-colours';
import type { FilledSeries } from './chart-series';
import { LinkPlot } from './link-plot';
import { drawHatching } from './bar-hatching';
import { drawFigures } from './figure-row';
import { drawGhostMarks, drawGhosts, ghostMarks } from './ghost-bars';
import { type MonthChartData, ghostsOf, hasBar, hatchedBars, monthChart } from './month-chart.data';
import { monthChartFigures, monthChartLabels } from './month-chart.labels';
import { monthChartOptions } from './month-chart.options';
import type { Box } from './label-places';
import { areNamesAbove, rowHeight, stepWidth } from './plot-sizes';
import { boxesOfLabels, drawSeriesLabels } from './series-labels';
import { settleBars } from './settled-bars';
import { CHARTS } from './texts';

/** A chart by month, week or day with its numbers written into it. */
@Component({
  selector: 'app-month-plot',
  imports: [LinkPlot],
  template: `
    <app-link-plot
      [data]="chart()"
      [options]="options()"
      [draw]="draw"
      [links]="links()"
      [figures]="figureLinks()"
      [rowHeight]="rowHeight()"
      [summary]="summary()"
      [minWidth]="stepWidth(data().steps)"
      [first]="data().steps.indexOf(data().now)"
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
  private readonly opener = inject(LinkOpener);

  readonly data = input.required<MonthChartData>();
  /** What the chart shows, in one sentence. */
  readonly summary = input.required<string>();

  private readonly labels = computed(() => {
    const { steps } = this.data();
    const spansYears = steps.some((step) => step.slice(0, 4) !== steps[0]?.slice(0, 4));
    return steps.map((step) => stepTick(step, spansYears, this.formats));
  });
  protected readonly chart = computed(() => monthChart(this.data(), this.labels(), this.palette.colours()));
  private readonly figures = computed(() => monthChartFigures(this.data(), this.formats));
  protected readonly options = computed(() =>
    monthChartOptions({
      ...this.data(),
      colours: this.palette.colours(),
      formats: this.formats,
      figures: this.figures(),
      open: (step, series) => this.open(step, series),
    }),
  );
  protected readonly links = computed(() =>
    this.data().steps.map((step, at) => ({
      step,
      label: this.linkLabel(step, at),
      link: this.linkOf(at, null),
    })),
  );

  /** None for a row that no number of the catalogue explains, such as what a month adds to a running sum. */
  protected readonly figureLinks = computed(() =>
    this.figures().map(({ series }) =>
      this.data()
        .steps.map((step, at) => ({
          step,
          label: this.linkLabel(step, at, [series]),
          link: this.linkOf(at, this.data().series.indexOf(series)),
        }))
        .filter(() => series.metric !== null),
    ),
  );

  protected readonly stepWidth = stepWidth;
  protected readonly rowHeight = computed(() => rowHeight(areNamesAbove(this.data())));

  protected readonly draw: Omit<Plugin<'bar'>, 'id'> = {
    afterDatasetsUpdate: (chart) => {
      settleBars(chart, (dataset, at) => hasBar(this.data(), dataset, at));
    },
    beforeDatasetsDraw: (chart) => {
      drawGhosts(chart, ghostsOf(this.data()), this.palette.colours());
    },
    // Over its own bars, below the lines, which are drawn last.
    afterDatasetDraw: (chart, { index }) => {
      const hatched = hatchedBars(this.data(), this.palette.colours());
      drawHatching(
        chart,
        hatched.filter(({ dataset }) => dataset === index),
      );
      const ghosts = ghostsOf(this.data()).filter(({ dataset }) => dataset === index);
      if (ghosts.length === 0) return; // the labels would be placed for nothing
      drawGhostMarks(chart, ghosts, this.labelBoxes(chart), this.palette.colours());
    },
    afterDatasetsDraw: (chart) => {
      const colours = this.palette.colours();
      drawSeriesLabels(chart, monthChartLabels(this.data(), this.formats, colours), this.labelFrame(chart));
      drawFigures(chart, this.figures(), colours, areNamesAbove(this.data()));
    },
  };

  private labelFrame(chart: Chart) {
    return { halo: this.palette.colours().surface, lines: ghostMarks(chart, ghostsOf(this.data())) };
  }

  private labelBoxes(chart: Chart): Box[] {
    const labels = monthChartLabels(this.data(), this.formats, this.palette.colours());
    return boxesOfLabels(chart, labels, this.labelFrame(chart));
  }

  private open(at: number, series: number | null): void {
    const link = this.linkOf(at, series);
    if (link) this.opener.open(link);
  }

  /** A click beside the marks opens the chart's main number: the first bar or line, which is a stack's total. */
  private linkOf(at: number, series: number | null): DrawerLink | null {
    const step = this.data().steps[at];
    const clicked = series === null ? null : this.data().series[series]?.metric;
    const metric = clicked ?? this.leading()?.metric;
    return step && metric ? metricLink(metric, { part: step }) : null;
  }

  private leading(): FilledSeries | undefined {
    const visible = this.visible().filter(({ metric }) => metric !== null);
    const main = visible.filter(({ kind }) => kind !== 'figures');
    return main.find(({ kind }) => kind !== 'stacked') ?? visible[0];
  }

  private visible(): readonly FilledSeries[] {
    return this.data().series.filter(({ column }) => this.data().shown.has(column));
  }

  private linkLabel(step: string, at: number, series = this.visible()): string {
    const numbers = series.map(({ label, unit, values }) =>
      CHARTS.number(label, this.formats.long(values[at] ?? null, unit)),
    );
    return CHARTS.link(stepLabel(step, this.formats), numbers.join(', '));
  }
}
