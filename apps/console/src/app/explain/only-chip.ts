import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, output } from '@angular/core';
import { Icon } from '../ui/icon/icon';
import type { Breakdown, DealRecord } from '@app/contracts';
import { fold } from '@app/domain/normalise';
import { Questions } from '../session/questions';
import type { DrawerLink, Only } from '../ui/links/link';
import { Formats } from '../ui/base/formats';
import { TEXTS } from '../ui/base/texts';
import { rowLabel } from '../ui/base/row-label';
import { EXPLAIN } from './texts';

/** A restriction as a chip; a click removes it. */
@Component({
  selector: 'app-only-chip',
  imports: [Icon],
  template: `
    <button type="button" class="chip" [attr.aria-label]="texts.widen(words())" (click)="away.emit()">
      {{ words() }} <svg appIcon="x" aria-hidden="true"></svg>
    </button>
  `,
})
export class OnlyChip {
  private readonly formats = inject(Formats);
  private readonly questions = inject(Questions);
  protected readonly texts = EXPLAIN;

  readonly link = input.required<DrawerLink>();
  readonly only = input.required<Only>();
  /** Whether the number can be broken down: the rows have the proper spelling of a name. */
  readonly hasRows = input(false);
  /** A record that matches the restriction, and so has the spelling, too. */
  readonly record = input<DealRecord>();
  readonly away = output();

  // The address holds the key of a row; the data holds its label.
  private readonly rows = httpResource<Breakdown>(() => {
    const { field } = this.only();
    if (!this.hasRows() || field === 'relevance') return undefined;
    return this.questions.breakdown(this.link(), field) ?? undefined;
  });
  protected readonly words = computed(() => {
    const { field } = this.only();
    return EXPLAIN.only(
      field === 'relevance' ? EXPLAIN.onlyFields[field] : EXPLAIN.dimensions[field],
      this.name(),
    );
  });

  private readonly name = computed(() => {
    const { field, value } = this.only();
    if (value === '') return EXPLAIN.onlyEmpty[field] ?? TEXTS.unassigned;
    const label = this.rowLabel() ?? this.record()?.[field] ?? value;
    return rowLabel({ by: field === 'relevance' ? 'stage' : field }, { key: value, label }, this.formats);
  });

  private rowLabel(): string | undefined {
    const { value } = this.only();
    const rows = this.rows.hasValue() ? this.rows.value().rows : [];
    return rows.find(({ key, label }) => key === value || fold(label) === fold(value))?.label;
  }
}
