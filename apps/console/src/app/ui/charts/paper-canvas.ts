import { DOCUMENT, Directive, ElementRef, afterRenderEffect, inject } from '@angular/core';
import { BaseChartDirective } from 'ng2-charts';
import { OnPaper } from '../base/on-paper';

/** How wide a page is laid out on a sheet in portrait, px: its width between the margins by `--paper-zoom` of print.css. */
const SHEET_PX = 990;
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
    if (isPaper) chart.resize(chart.width * this.share(), chart.height);
    else chart.resize();
  }

  /** How much of its width on the screen a chart has on paper, at most. */
  private share(): number {
    const page = this.canvas.closest('main')?.clientWidth ?? SHEET_PX;
    return Math.min(1, SHEET_PX / page);
  }
}
