import { Component, inject, input } from '@angular/core';
import { Icon } from '../icon/icon';
import { TEXTS } from '../base/texts';
import { Dialogs } from './dialogs';

/** Heading of a dialog, with its close button. */
@Component({
  selector: 'app-dialog-head',
  imports: [Icon],
  template: `
    <h2>{{ heading() }}</h2>
    <button type="button" class="icon-button" [attr.aria-label]="texts.close" (click)="dialogs.close()">
      <svg appIcon="x" aria-hidden="true"></svg>
    </button>
  `,
  styles: `
    :host {
      display: flex;
      align-items: center;
      justify-content: space-between;
      margin-bottom: var(--s-2);
    }
    h2 {
      font: 600 16px/24px var(--font);
      letter-spacing: -0.01em;
    }
  `,
})
export class DialogHead {
  protected readonly dialogs = inject(Dialogs);
  protected readonly texts = TEXTS;
  readonly heading = input.required<string>();
}
