import { Component, ElementRef, afterNextRender, inject, input, signal, viewChild } from '@angular/core';
import { BY_VALUE } from '../base/by-value';
import type { ActiveElement, ChartConfiguration, ChartData, Plugin } from 'chart.js';
import { BaseChartDirective } from 'ng2-charts';
import { type MonthLink, MonthLinks } from './month-links';
import { PaperCanvas } from './paper-canvas';
import { provideChartParts } from './parts';
import { copyAxis } from './standing-axis';
import { raiseTinyBars } from './tiny-bars';

/** The canvas of a chart by month, week or day with a link over each column, for the keyboard. It scrolls within itself when narrow. */
@Component({
  selector: 'app-link-plot',
  imports: [BaseChartDirective, MonthLinks, PaperCanvas],
  providers: [provideChartParts()],
  template: `
    <div class="plot" [style.min-width.px]="links().length * minWidth()">
      <canvas
        baseChart
        type="bar"
        role="img"
        [attr.aria-label]="summary()"
        [data]="data()"
        [options]="options()"
        [plugins]="all"
      ></canvas>
      <canvas
        #axis
        class="axis"
        aria-hidden="true"
        [class.needed]="area().scrolls"
        [style.width.px]="area().left"
      ></canvas>
      <app-month-links
        [style.left.px]="area().left"
        [style.right.px]="area().right"
        [style.bottom.px]="24 + figures().length * rowHeight()"
        [links]="links()"
        (focused)="point($event)"
      />
      @for (row of figures(); track $index) {
        <app-month-links
          class="figures"
          [style.left.px]="area().left"
          [style.right.px]="area().right"
          [style.bottom.px]="(figures().length - 1 - $index) * rowHeight()"
          [style.height.px]="rowHeight()"
          [links]="row"
          (focused)="point($event)"
        />
      }
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
      /* What it tells by colours lies on its own ground, whatever colours the system forces on the page. */
      forced-color-adjust: none;
      background: var(--surface);
    }
    /* Takes its size from the plot: a canvas in the flow would keep the plot as tall as it once was. */
    .figures {
      top: auto;
      --link-events: auto;
    }
    canvas {
      position: absolute;
      inset: 0;
    }
    .axis {
      display: none;
      position: sticky;
      height: 100%;
      background: var(--surface);
      box-shadow: 4px 0 4px var(--surface);
      pointer-events: none;
    }
    .axis.needed {
      display: block;
    }
    /* Paper does not scroll. */
    @media print {
      :host {
        overflow: hidden;
        height: auto;
      }
      .plot {
        height: auto;
        min-width: 0 !important; /* over the one of its element */
      }
      /* As wide as the card on any sheet, in the form in which it was drawn. */
      canvas[baseChart] {
        position: static;
        display: block;
        height: auto !important;
      }
      .axis.needed {
        display: none;
      }
    }
  `,
})
export class LinkPlot {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly canvas = viewChild.required(BaseChartDirective);
  private readonly axis = viewChild.required<ElementRef<HTMLCanvasElement>>('axis');

  readonly data = input.required<ChartData<'bar'>>();
  readonly options = input.required<ChartConfiguration<'bar'>['options']>();
  /** Drawn over the chart; read at every draw, so that it is never outdated. */
  readonly draw = input.required<Omit<Plugin<'bar'>, 'id'>>();
  readonly links = input.required<readonly MonthLink[]>();
  /** One link for each number of the rows below them; the pointer uses them, too. */
  readonly figures = input<readonly (readonly MonthLink[])[]>([]);
  /** Height of each of these rows in pixels. */
  readonly rowHeight = input(0);
  /** What the chart shows, in one sentence. */
  readonly summary = input.required<string>();
  /** Minimum width of a column in pixels. */
  readonly minWidth = input(36);
  /** The column to scroll to where not all of them fit. */
  readonly first = input(0);

  protected readonly area = signal({ left: 0, right: 0, scrolls: false }, BY_VALUE);

  // Keep the same plugin objects: chart.js would need a new chart for others.
  protected readonly all: Plugin<'bar'>[] = [
    {
      id: 'area',
      afterLayout: ({ chartArea, width }) => {
        this.area.set({
          left: Math.round(chartArea.left),
          right: Math.round(width - chartArea.right),
          // Asked of the host, it would cost a layout at each draw.
          scrolls: Math.floor(width) <= this.links().length * this.minWidth(),
        });
      },
    },
    {
      id: 'labels',
      afterDatasetsUpdate: (...updating) => {
        raiseTinyBars(updating[0]);
        this.draw().afterDatasetsUpdate?.(...updating);
      },
      beforeDatasetsDraw: (...drawing) => this.draw().beforeDatasetsDraw?.(...drawing),
      afterDatasetDraw: (...drawing) => this.draw().afterDatasetDraw?.(...drawing),
      afterDatasetsDraw: (...drawing) => {
        this.draw().afterDatasetsDraw?.(...drawing);
        if (this.area().scrolls) copyAxis(drawing[0], this.axis().nativeElement);
      },
    },
  ];

  constructor() {
    // A narrow screen starts at today, with the step after it whole; what is older is to its left.
    afterNextRender(() => {
      const { scrollWidth, clientWidth } = this.host;
      const columns = Math.max(this.links().length, 1);
      this.host.scrollLeft = ((this.first() + 2.2) / columns) * scrollWidth - clientWidth;
    });
  }

  /** Keyboard focus shows the same tooltip as hovering. */
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
}
