import { Component, computed, inject, input } from '@angular/core';
import type { HalfRevenue } from '@app/contracts';
import type { Chart, ChartConfiguration, Plugin, Scale } from 'chart.js';
import { BaseChartDirective } from 'ng2-charts';
import { ChartPalette } from '../ui/base/chart-colours';
import { PaperCanvas } from '../ui/charts/paper-canvas';
import { CHART_FONT, provideChartParts } from '../ui/charts/parts';
import { Formats } from '../ui/base/formats';
import type { Tone } from '../ui/base/tone';
import { type WrittenLabel, baselineOf, placeBeside } from './burn-up-labels';
import { burnUp, burnUpChart } from './burn-up.data';
import { DASHBOARD } from './texts';

/** Closed revenue against the plan of the half-year, with today's gap. */
@Component({
  selector: 'app-burn-up-chart',
  imports: [BaseChartDirective, PaperCanvas],
  providers: [provideChartParts()],
  template: `
    <canvas
      baseChart
      type="line"
      role="img"
      [attr.aria-label]="summary()"
      [data]="data()"
      [options]="options()"
      [plugins]="plugins"
    ></canvas>
  `,
  styles: `
    :host {
      display: block;
      position: absolute;
      inset: 0;
    }
  `,
})
export class BurnUpChart {
  private readonly formats = inject(Formats);
  private readonly palette = inject(ChartPalette);

  readonly half = input.required<HalfRevenue>();
  readonly asOf = input.required<string>();
  /** Tone of today's gap. */
  readonly tone = input.required<Tone>();

  private readonly path = computed(() => burnUp(this.half(), this.asOf()));
  protected readonly data = computed(() => burnUpChart(this.path(), this.palette.colours()));
  protected readonly options = computed(() => this.optionsOf());
  protected readonly summary = computed(() => {
    const { revenue, expected, target } = this.half();
    const money = this.formats.money(revenue.value);
    return target === null
      ? DASHBOARD.half.summaryNoTarget(money)
      : DASHBOARD.half.summary(money, this.formats.money(expected), this.formats.money(target));
  });
  protected readonly plugins: Plugin<'line'>[] = [
    { id: 'labels', afterDatasetsDraw: (chart) => this.drawLabels(chart) },
  ];

  private drawLabels(chart: Chart): void {
    const { ctx, chartArea } = chart;
    const [x, y] = [chart.scales.x, chart.scales.y];
    if (!x || !y) return;
    const colours = this.palette.colours();
    ctx.save();
    ctx.font = `500 11px ${CHART_FONT}`;
    ctx.fillStyle = colours['ink-2'];
    ctx.textAlign = 'center';
    for (const month of this.path().months)
      ctx.fillText(this.formats.month(month.key), x.getPixelForValue(month.middle), chartArea.bottom + 16);
    this.drawToday(
      chart,
      (value) => x.getPixelForValue(value),
      (value) => y.getPixelForValue(value),
      this.drawTarget(chart, y),
    );
    ctx.restore();
  }

  private drawTarget({ ctx, chartArea }: Chart, scale: Scale): WrittenLabel | null {
    const goal = this.half().target;
    if (goal === null) return null;
    const words = this.formats.moneyShort(goal);
    const { width } = ctx.measureText(words);
    const end = this.path().later.at(-1);
    const x = chartArea.right - width;
    const y = baselineOf(
      scale.getPixelForValue(goal),
      end ? scale.getPixelForValue(end.y) : null,
      chartArea.bottom,
    );
    ctx.textAlign = 'left';
    ctx.fillText(words, x, y);
    return { x, y, width };
  }

  private drawToday(
    { ctx, chartArea }: Chart,
    x: (value: number) => number,
    y: (value: number) => number,
    target: WrittenLabel | null,
  ): void {
    const today = this.path().today;
    if (!today) return;
    const colours = this.palette.colours();
    const at = x(today.x);
    if (today.expected !== null && today.expected > today.closed) {
      ctx.strokeStyle = colours[GAP_COLOURS[this.tone()]];
      ctx.lineWidth = 2;
      ctx.beginPath();
      ctx.moveTo(at, y(today.closed));
      ctx.lineTo(at, y(today.expected));
      ctx.stroke();
    }
    ctx.fillStyle = colours.accent;
    ctx.beginPath();
    ctx.arc(at, y(today.closed), 4, 0, 2 * Math.PI);
    ctx.fill();
    ctx.font = `600 11px ${CHART_FONT}`;
    ctx.fillStyle = colours.ink;
    ctx.textAlign = 'left';
    const word = DASHBOARD.half.today;
    const { width } = ctx.measureText(word);
    const place = placeBeside({ x: at, y: y(today.closed) }, width, target, chartArea);
    if (place) ctx.fillText(word, place.x, place.y);
  }

  private optionsOf(): ChartConfiguration<'line'>['options'] {
    const { months, planned, closed, later, days } = this.path();
    const highest = Math.max(1, ...[...planned, ...closed, ...later].map(({ y }) => y));
    return {
      maintainAspectRatio: false,
      animation: false,
      events: [],
      layout: { padding: { top: 20, bottom: months.length > 0 ? 22 : 0, left: 2, right: 2 } },
      plugins: { legend: { display: false }, tooltip: { enabled: false } },
      scales: {
        x: { type: 'linear', display: false, min: 0, max: days },
        y: { type: 'linear', display: false, min: Math.min(0, ...closed.map(({ y }) => y)), max: highest },
      },
    };
  }
}

const GAP_COLOURS = { good: 'ink-2', warn: 'warn', bad: 'bad', plain: 'ink-2' } as const satisfies Record<
  Tone,
  string
>;
