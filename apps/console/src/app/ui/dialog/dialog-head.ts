import { Component, inject, input } from '@angular/core';
import { LucideX } from '@lucide/angular';
import { TEXTS } from '../base/texts';
import { Dialogs } from './dialogs';

/** Heading of a dialog, with its close button. */
@Component({
  selector: 'app-dialog-head',
  imports: [LucideX],
  template: `
    <h2>{{ heading() }}</h2>
    <button type="button" class="icon-button" [attr.aria-label]="texts.close" (click)="dialogs.close()">
      <svg lucideX aria-hidden="true"></svg>
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
