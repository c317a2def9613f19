import { Component, input, output } from '@angular/core';
import type { ShownProblem } from './base/problem';
import { TEXTS } from './base/texts';

/**
 * An error with what to do about it; the request's id lets an administrator find it in the log. It draws its icon itself:
 * it is part of the start, which all icons of the console would come with if it took one of theirs.
 */
@Component({
  selector: 'app-problem-notice',
  host: { role: 'alert' },
  template: `
    <svg viewBox="0 0 24 24" aria-hidden="true">
      <circle cx="12" cy="12" r="10" />
      <path d="M12 8v4m0 4h.01" />
    </svg>
    <div>
      <h2>{{ problem().title }}</h2>
      <p>{{ problem().detail }}</p>
      @if (problem().requestId; as id) {
        <p class="id">{{ texts.requestId(id) }}</p>
      }
    </div>
    <button type="button" class="button" (click)="retry.emit()">{{ texts.retry }}</button>
  `,
  styles: `
    :host {
      display: flex;
      align-items: start;
      gap: var(--s-3);
      padding: var(--s-4);
      background: var(--surface);
      border: 1px solid var(--hairline);
      border-radius: var(--r-2);
    }
    svg {
      width: 18px;
      height: 18px;
      fill: none;
      stroke: var(--bad);
      stroke-width: 2;
      stroke-linecap: round;
      flex: none;
      margin-top: 1px;
    }
    h2 {
      font: var(--t-title);
    }
    p {
      color: var(--ink-2);
    }
    .id {
      font: var(--t-label);
      margin-top: var(--s-1);
      overflow-wrap: anywhere;
    }
    button {
      margin-left: auto;
      flex: none;
    }
  `,
})
export class ProblemNotice {
  protected readonly texts = TEXTS;
  readonly problem = input.required<ShownProblem>();
  readonly retry = output();
}
