import { Component, DOCUMENT, effect, inject } from '@angular/core';
import { Connection } from './base/connection';
import { TEXTS } from './base/texts';

/**
 * Stands where a part of the page could not be loaded. A browser does not ask for code again that it once did not get:
 * the page is loaded anew, by itself once the connection is back.
 */
@Component({
  selector: 'app-missing-part',
  host: { role: 'alert' },
  template: `
    <p class="quiet">{{ texts.missingPart }}</p>
    <button type="button" class="button" (click)="reload()">{{ texts.reload }}</button>
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--s-3);
      padding: var(--s-3);
    }
  `,
})
export class MissingPart {
  private readonly location = inject(DOCUMENT).location;
  protected readonly texts = TEXTS.problems;

  constructor() {
    const { returned } = inject(Connection);
    const before = returned();
    effect(() => {
      if (returned() > before) this.reload();
    });
  }

  protected reload(): void {
    this.location.reload();
  }
}
