import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input } from '@angular/core';
import { LucideX } from '@lucide/angular';
import type { Breakdown, MetricDefinition } from '@app/contracts';
import { Situation } from '../session/situation';
import { Formats } from '../ui/formats';
import { rowName } from './row-name';
import { EXPLAIN } from './texts';

/** The month and the row that the number was opened from: each can be taken away. */
@Component({
  selector: 'app-narrowed-to',
  imports: [LucideX],
  template: `
    @if (part(); as part) {
      <button
        type="button"
        class="chip"
        [attr.aria-label]="texts.widen(part)"
        (click)="widen({ part: null })"
      >
        {{ part }} <svg lucideX aria-hidden="true"></svg>
      </button>
    }
    @if (only(); as only) {
      <button
        type="button"
        class="chip"
        [attr.aria-label]="texts.widen(only.field + ' ' + only.name)"
        (click)="widen({ only: null })"
      >
        {{ only.field }} <b>{{ only.name }}</b> <svg lucideX aria-hidden="true"></svg>
      </button>
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      gap: var(--s-1);
    }
    .chip {
      margin-top: var(--s-2);
    }
  `,
})
export class NarrowedTo {
  private readonly situation = inject(Situation);
  private readonly formats = inject(Formats);
  protected readonly texts = EXPLAIN;
  readonly metric = input.required<MetricDefinition>();

  protected readonly part = computed(() => {
    const part = this.situation.opened()?.part ?? null;
    if (part === null) return null;
    const half = /^(\d{4})-(H[12])$/.exec(part);
    return half ? `${half[2] ?? ''} ${half[1] ?? ''}` : this.formats.month(part, true);
  });

  // The address knows a row by its key; the data knows how it is written.
  private readonly row = httpResource<Breakdown>(() => {
    const [view, only] = [this.situation.viewId(), this.situation.opened()?.only];
    if (!view || !only || only.field === 'relevance' || !this.metric().breakdown) return undefined;
    return {
      url: `/api/views/${view}/analytics/breakdown`,
      params: { metric: this.metric().id, by: only.field, ...this.situation.askedInDrawer() },
    };
  });
  protected readonly only = computed(() => {
    const only = this.situation.opened()?.only;
    if (!only) return null;
    const known = this.row.hasValue() ? this.row.value().rows[0]?.label : undefined;
    const row = { key: only.value || null, label: known ?? only.value };
    if (only.field === 'relevance')
      return { field: EXPLAIN.onlyFields.relevance, name: rowName(row, 'stage', this.formats) };
    return { field: EXPLAIN.dimensions[only.field], name: rowName(row, only.field, this.formats) };
  });

  protected widen(parameters: { part?: null; only?: null }): void {
    this.situation.inDrawer(parameters);
  }
}
