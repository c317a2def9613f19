import { Component, input, output } from '@angular/core';

/** A column of a chart that can be opened. */
export interface MonthDoor {
  /** `YYYY-MM` */
  month: string;
  /** What a screen reader says: the month, its numbers, and that it opens. */
  label: string;
}

/** The keyboard's way into a chart: one invisible button a column, over the plot. The pointer goes to the chart itself. */
@Component({
  selector: 'app-month-doors',
  template: `
    @for (door of doors(); track door.month; let at = $index) {
      <button
        type="button"
        aria-haspopup="dialog"
        [attr.aria-label]="door.label"
        (click)="open.emit(door.month)"
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
  readonly open = output<string>();
  readonly focused = output<number | null>();
}
