import { Component, inject, input } from '@angular/core';
import type { Explanation, NumberId } from '@app/contracts';
import type { DrawerLink } from '../ui/links/link';
import { DrawerLinkButton } from '../ui/links/link-button';
import { Formats } from '../ui/base/formats';
import { FormulaLabels, SIGNS } from './formula-labels';

/** A number computed line by line: each line can be opened and says where it comes from. */
@Component({
  selector: 'app-formula-lines',
  imports: [DrawerLinkButton],
  template: `
    <dl>
      @for (term of explanation().formula.terms; track $index) {
        <div>
          <dt>
            <span class="sign" aria-hidden="true">{{ $first ? '' : sign() }}</span>
            @if (term.metric; as metric) {
              <button type="button" [appDrawerLink]="linkOf()(metric)">{{ words.label(term) }}</button>
            } @else {
              <span>{{ words.label(term) }}</span>
            }
          </dt>
          <dd>{{ words.number(term.value, term.unit) }}</dd>
        </div>
        @if (term.of; as of) {
          <p>{{ words.line(of) }}</p>
        }
      }
      <div class="result">
        <dt><span class="sign" aria-hidden="true">=</span>{{ explanation().metric.label }}</dt>
        <dd>{{ words.number(explanation().value.value, explanation().metric.unit) }}</dd>
      </div>
    </dl>
  `,
  styles: `
    dl {
      margin: 0;
      font-variant-numeric: tabular-nums;
    }
    div {
      display: flex;
      align-items: baseline;
      justify-content: space-between;
      gap: var(--s-3);
      padding: 2px 0;
    }
    dd {
      margin: 0;
      font-weight: 600;
      white-space: nowrap;
    }
    .sign {
      display: inline-block;
      width: 16px;
      color: var(--ink-2);
    }
    p {
      margin: 0 0 4px 16px;
      font: var(--t-label);
      color: var(--ink-2);
    }
    .result {
      margin-top: 4px;
      padding-top: 6px;
      border-top: 1px solid var(--hairline);
      font-weight: 600;
    }
    button {
      min-height: 24px;
      padding: 0;
      border: 0;
      background: none;
      text-align: left;
      text-decoration: underline;
      text-decoration-color: var(--accent);
      text-underline-offset: 3px;
    }
    button:hover {
      color: var(--accent);
    }
  `,
})
export class FormulaLines {
  protected readonly words = new FormulaLabels(inject(Formats));
  readonly explanation = input.required<Explanation>();
  /** What a line opens, by its metric or figure. */
  readonly linkOf = input.required<(metric: NumberId) => DrawerLink>();

  protected sign(): string {
    return SIGNS[this.explanation().formula.operator];
  }
}
