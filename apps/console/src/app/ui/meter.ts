import { Component, computed, input } from '@angular/core';
import type { Tone } from './base/tone';

/** How much of a target is reached, with a mark where the number should be today. The text beside it says the same. */
@Component({
  selector: 'app-meter',
  host: { class: 'meter', 'aria-hidden': 'true' },
  template: `
    <span class="fill {{ tone() }}" [style.width.%]="filled()" [style.background]="colour()"></span>
    @if (mark() !== null) {
      <span class="mark" [style.left.%]="mark()"></span>
    }
  `,
  styles: `
    :host {
      display: block;
      position: relative;
      height: 6px;
      border-radius: 3px;
      background: var(--hairline);
    }
    .fill {
      position: absolute;
      inset: 0 auto 0 0;
      border-radius: 3px;
      background: var(--accent);
      transition: width 0.3s ease-out;
    }
    .fill.good {
      background: var(--good);
    }
    .fill.warn {
      background: var(--warn);
    }
    .fill.bad {
      background: var(--bad);
    }
    .mark {
      position: absolute;
      top: -3px;
      bottom: -3px;
      width: 2px;
      margin-left: -1px;
      border-radius: 1px;
      background: var(--ink);
    }
  `,
})
export class Meter {
  /** Fraction; 1 and more is full. */
  readonly progress = input.required<number>();
  /** Fraction, or null where pace means nothing. */
  readonly pace = input<number | null>(null);
  readonly tone = input<Tone>('plain');
  /** A token such as `var(--c-inbound)`, where colour means a group instead of a status. */
  readonly colour = input<string | null>(null);

  protected readonly filled = computed(() => clamp(this.progress()) * 100);
  /** Pace 0 and 1 coincide with the ends of the meter. */
  protected readonly mark = computed(() => {
    const pace = this.pace();
    return pace === null || pace <= 0 || pace >= 1 ? null : pace * 100;
  });
}

const clamp = (fraction: number) => Math.min(1, Math.max(0, fraction));
