import { Component, computed, input } from '@angular/core';
import { type SparkPoint, sparkPath } from './sparkline.data';

const WIDTH = 72;
const HEIGHT = 22;

/**
 * The trend of a number, its last point marked. Screen readers get the numbers from the text beside it. It is as wide and
 * as high as `--spark-width` and `--spark-height` say.
 */
@Component({
  selector: 'app-sparkline',
  host: { 'aria-hidden': 'true' },
  template: `
    <svg viewBox="-3 -3 78 28" preserveAspectRatio="none" fill="none">
      <path [attr.d]="path().line" vector-effect="non-scaling-stroke" />
      <path class="end" [attr.d]="end()" vector-effect="non-scaling-stroke" />
    </svg>
  `,
  styles: `
    :host {
      display: inline-block;
      line-height: 0;
    }
    svg {
      width: var(--spark-width, 78px);
      height: var(--spark-height, 28px);
      max-width: 100%;
      overflow: visible; /* the last point, where it is drawn narrower */
    }
    path {
      stroke: var(--ink-3);
      stroke-width: 1.5;
      stroke-linejoin: round;
      stroke-linecap: round;
    }
    .end {
      stroke: var(--accent);
      stroke-width: 5;
    }
  `,
})
export class Sparkline {
  readonly points = input.required<readonly SparkPoint[]>();
  protected readonly path = computed(() => sparkPath(this.points(), WIDTH, HEIGHT));
  /** A line of no length: its round caps stay round in whatever shape the trend is drawn. */
  protected readonly end = computed(() => `M${String(this.path().end.x)} ${String(this.path().end.y)}h0`);
}
