import { Component, computed, input } from '@angular/core';
import { type SparkPoint, sparkPath } from './sparkline.data';

const WIDTH = 72;
const HEIGHT = 22;

/** The trend of a number, its last point marked. Screen readers get the numbers from the text beside it. */
@Component({
  selector: 'app-sparkline',
  host: { 'aria-hidden': 'true' },
  template: `
    <svg viewBox="-3 -3 78 28" width="78" height="28" fill="none">
      <path [attr.d]="path().line" />
      <circle [attr.cx]="path().end.x" [attr.cy]="path().end.y" r="2.5" />
    </svg>
  `,
  styles: `
    :host {
      display: inline-block;
      line-height: 0;
    }
    svg {
      max-width: 100%;
    }
    path {
      stroke: var(--ink-3);
      stroke-width: 1.5;
      stroke-linejoin: round;
      stroke-linecap: round;
    }
    circle {
      fill: var(--accent);
    }
  `,
})
export class Sparkline {
  readonly points = input.required<readonly SparkPoint[]>();
  protected readonly path = computed(() => sparkPath(this.points(), WIDTH, HEIGHT));
}
