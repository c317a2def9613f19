import { Component, input } from '@angular/core';
import { Icon } from '../icon/icon';
import type { Change } from './change';

/** A change is an arrow, a signed number and words: never colour alone. */
@Component({
  selector: 'app-change-label',
  imports: [Icon],
  template: `
    <span class="change {{ change().tone }}" [title]="change().hint">
      @switch (change().direction) {
        @case ('up') {
          <svg appIcon="arrow-up-right" aria-hidden="true" [strokeWidth]="2.5"></svg>
        }
        @case ('down') {
          <svg appIcon="arrow-down-right" aria-hidden="true" [strokeWidth]="2.5"></svg>
        }
        @case ('same') {
          <svg appIcon="arrow-right" aria-hidden="true" [strokeWidth]="2.5"></svg>
        }
      }
      {{ change().text }}
    </span>
  `,
  styles: `
    .change {
      display: inline-flex;
      gap: 3px;
      font: var(--t-label);
      color: var(--ink-2);
    }
    .good {
      color: var(--good);
    }
    .bad {
      color: var(--bad);
    }
    svg {
      width: 12px;
      height: 12px;
      flex: none;
      margin-top: 2px; /* in the middle of the first line */
    }
  `,
})
export class ChangeLabel {
  readonly change = input.required<Change>();
}
