import { Component, input, output } from '@angular/core';
import type { DrawerLink } from '../links/link';
import { DrawerLinkButton } from '../links/link-button';

/** A column of a chart that can be opened. */
export interface MonthLink {
  /** Key of its month, week or day. */
  step: string;
  /** For screen readers: its name, its numbers, and that it opens. */
  label: string;
  /** Null where nothing can be opened. */
  link: DrawerLink | null;
}

/** Keyboard access to a chart: one invisible button per column over the plot. The pointer uses the chart itself, but where
 * `--link-events` is `auto`. */
@Component({
  selector: 'app-month-links',
  imports: [DrawerLinkButton],
  template: `
    @for (each of links(); track each.step; let at = $index) {
      <button
        type="button"
        [attr.aria-label]="each.label"
        [appDrawerLink]="each.link"
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
      pointer-events: var(--link-events, none);
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
export class MonthLinks {
  readonly links = input.required<readonly MonthLink[]>();
  readonly focused = output<number | null>();
}
