import { Component, input, output } from '@angular/core';
import type { Door } from '../doors/door';
import { DoorButton } from '../doors/door-button';

/** A column of a chart that can be opened. */
export interface MonthDoor {
  /** `YYYY-MM` */
  month: string;
  /** What a screen reader says: the month, its numbers, and that it opens. */
  label: string;
  /** Null where nothing can be opened. */
  door: Door | null;
}

/** The keyboard's way into a chart: one invisible button a column, over the plot. The pointer goes to the chart itself. */
@Component({
  selector: 'app-month-doors',
  imports: [DoorButton],
  template: `
    @for (door of doors(); track door.month; let at = $index) {
      <button
        type="button"
        [attr.aria-label]="door.label"
        [appDoor]="door.door"
        (focus)="focused.emit(at)"
        (blur)="focused.emit(null)"
      ></button>
    }
  `,
  styles: `
    :host {
      position: absolute;
      inset: 0 0 24px;
      display: flex;
      pointer-events: none;
    }
    button {
      flex: 1;
      border: 0;
      background: none;
    }
    button:focus-visible {
      outline-offset: -2px;
      border-radius: var(--r-1);
    }
  `,
})
export class MonthDoors {
  readonly doors = input.required<readonly MonthDoor[]>();
  readonly focused = output<number | null>();
}
