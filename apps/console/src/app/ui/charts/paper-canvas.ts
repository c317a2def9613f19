import { DOCUMENT, Directive, ElementRef, afterRenderEffect, inject } from '@angular/core';
import { BaseChartDirective } from 'ng2-charts';
import { OnPaper } from '../base/on-paper';

/** How wide a page is laid out on a sheet in portrait, px: its width between the margins by `--paper-zoom` of print.css. */
const SHEET_PX = 990;
/** What a card has at its sides there. */
const CARD_EDGES = 34;
/** What has the whole width of a sheet whatever stands beside it on a screen: print.css and the page of a screen say so. */
const ALONE = 'section:has(app-records-table, app-metric-grid), .lead-first > :first-child';
/** Dots of a canvas by pixel: a screen has one or two, a printer more. */
const SHARP = 3;

/**
 * On paper a chart is drawn in the size that it has there, with all its words legible, and sharp. A canvas is a picture:
 * otherwise the one of the screen would be cut, or made small with its words.
 */
@Directive({ selector: 'canvas[baseChart]' })
export class PaperCanvas {
  private readonly document = inject(DOCUMENT);
  private readonly canvas = inject<ElementRef<HTMLCanvasElement>>(ElementRef).nativeElement;
  private readonly directive = inject(BaseChartDirective);

  constructor() {
    const { now } = inject(OnPaper);
    let wasPaper = false;
    afterRenderEffect({
      write: () => {
        const isPaper = now();
        if (isPaper !== wasPaper) this.draw(isPaper);
        wasPaper = isPaper;
      },
    });
  }

  private draw(isPaper: boolean): void {
    const { chart } = this.directive;
    if (!chart) return;
    const options = chart.options as { devicePixelRatio?: number };
    options.devicePixelRatio = isPaper ? SHARP : (this.document.defaultView?.devicePixelRatio ?? 1);
    if (isPaper) chart.resize(this.widthOf(chart), chart.height);
    else chart.resize();
  }

  /** How wide a chart is on a sheet in portrait, px. On a wider one, the picture grows with its card. */
  private widthOf({ width }: { width: number }): number {
    const row = this.canvas.closest('section');
    if (this.canvas.closest(ALONE)) return SHEET_PX - CARD_EDGES;
    const page = this.canvas.closest('main')?.clientWidth ?? SHEET_PX;
    const wanted = (width * SHEET_PX) / page;
    // Below each other on a narrow screen, beside each other on paper.
    return page < SHEET_PX ? wanted / (row?.children.length ?? 1) : wanted;
  }
}
