import { Component, input } from '@angular/core';
import { Icon } from './icon/icon';

/**
 * Says why there is nothing to show yet and what to do about it. The action is projected, and so is an icon with the
 * attribute `sign` where an empty tray says the wrong thing.
 */
@Component({
  selector: 'app-empty-state',
  imports: [Icon],
  template: `
    <span class="sign">
      <ng-content select="[sign]"><svg appIcon="inbox" aria-hidden="true"></svg></ng-content>
    </span>
    <h2>{{ title() }}</h2>
    <p>{{ detail() }}</p>
    <ng-content />
  `,
  styles: `
    :host {
      display: grid;
      justify-items: center;
      gap: var(--s-2);
      padding: 72px var(--s-5);
      text-align: center;
      background: var(--surface);
      border: 1px solid var(--hairline);
      border-radius: var(--r-2);
    }
    .sign {
      display: grid;
      place-items: center;
      width: 48px;
      height: 48px;
      border-radius: 50%;
      background: var(--accent-soft);
      color: var(--accent);
      margin-bottom: var(--s-2);
    }
    h2 {
      font: 600 18px/24px var(--font);
      letter-spacing: -0.01em;
    }
    p {
      color: var(--ink-2);
      max-width: 52ch;
      margin-bottom: var(--s-3);
      text-wrap: balance;
    }
  `,
})
export class EmptyState {
  readonly title = input.required<string>();
  readonly detail = input.required<string>();
}
