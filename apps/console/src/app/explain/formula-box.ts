import { Component, computed, inject, input } from '@angular/core';
import type { Explanation, NumberId } from '@app/contracts';
import type { DrawerLink } from '../ui/links/link';
import { DrawerLinkButton } from '../ui/links/link-button';
import { Formats } from '../ui/base/formats';
import { FormulaLines } from './formula-lines';
import { FormulaLabels, SIGNS, isKeptAtZero, termsWorthReading } from './formula-labels';
import { EXPLAIN } from './texts';

/** The formula with actual numbers, and what they refer to: date field, period, as-of date, revision. */
@Component({
  selector: 'app-formula-box',
  imports: [DrawerLinkButton, FormulaLines],
  template: `
    @if (hasLines()) {
      <app-formula-lines [explanation]="explanation()" [linkOf]="linkOf()" />
    } @else {
      <p class="formula">
        <b>{{ words.number(explanation().value.value, explanation().metric.unit) }}</b>
        @for (term of terms(); track $index) {
          <span class="part">
            <span class="sign">{{ $first ? '=' : sign() }}</span>
            @if (term.metric !== null && term.metric !== explanation().metric.id) {
              <button type="button" class="term" [appDrawerLink]="linkOf()(term.metric)">
                {{ words.term(term) }}
              </button>
            } @else {
              <span>{{ words.term(term) }}</span>
            }
          </span>
        }
      </p>
    }
    @if (needsLine()) {
      <p class="quiet">{{ explanation().metric.formula }}</p>
    }
    <p class="frame">
      @for (part of frame(); track $index) {
        <span>{{ part }}{{ $last ? '' : ' ·' }}</span>
      }
    </p>
  `,
  styles: `
    :host {
      display: block;
      margin: var(--s-3) 0;
      padding: var(--s-3);
      background: var(--surface-2);
      border: 1px solid var(--hairline);
      border-radius: var(--r-1);
    }
    .formula {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      gap: 2px 8px;
      font-variant-numeric: tabular-nums;
    }
    b {
      font-weight: 600;
    }
    .part {
      display: inline-flex;
      align-items: baseline;
      gap: 8px;
    }
    .sign {
      color: var(--ink-2);
    }
    .term {
      padding: 0;
      border: 0;
      background: none;
      text-decoration: underline;
      text-decoration-color: var(--accent);
      text-underline-offset: 3px;
    }
    .term:hover {
      color: var(--accent);
    }
    .frame {
      display: flex;
      flex-wrap: wrap;
      column-gap: 4px;
      margin-top: 4px;
      font: var(--t-label);
      color: var(--ink-2);
    }
  `,
})
export class FormulaBox {
  protected readonly formats = inject(Formats);
  readonly explanation = input.required<Explanation>();
  /** What a term opens, by its metric. */
  readonly linkOf = input.required<(metric: NumberId) => DrawerLink>();

  protected readonly words = new FormulaLabels(this.formats);
  protected readonly sign = computed(() => SIGNS[this.explanation().formula.operator]);
  /** A number made of other computed numbers is shown line by line. */
  protected readonly hasLines = computed(() => this.explanation().formula.terms.some(({ of }) => of));
  protected readonly terms = computed(() => termsWorthReading(this.explanation()));
  /** A number without terms, or one kept at 0, is described in words instead. */
  protected readonly needsLine = computed(
    () => (!this.hasLines() && this.terms().length === 0) || isKeptAtZero(this.explanation()),
  );
  protected readonly frame = computed(() => {
    const { as_of, revision, last_update } = this.explanation();
    return [
      this.datesOf(this.explanation()),
      EXPLAIN.asOf(this.formats.dayAndMonth(as_of)),
      EXPLAIN.revision(revision),
      ...(last_update ? [EXPLAIN.read(this.formats.at(last_update))] : []),
    ];
  });

  /** The dates that count: not every number depends on the period. */
  private datesOf({ metric, dates: { from, to } }: Explanation): string {
    if (from === null && to === null) return EXPLAIN.anyDate;
    const range =
      from === null
        ? EXPLAIN.upTo(this.formats.date(to))
        : to === null
          ? EXPLAIN.since(this.formats.date(from))
          : this.formats.range(from, to);
    return metric.date_field === null ? range : `${EXPLAIN.by[metric.date_field]}, ${range}`;
  }
}
