import { Component, computed, inject, input } from '@angular/core';
import { Icon } from '../ui/icon/icon';
import type { DealRecord } from '@app/contracts';
import { Address } from '../session/address';
import { DealFilters } from '../session/deal-filters';
import { type DrawerLink, type Only, linkParameters } from '../ui/links/link';
import { Formats } from '../ui/base/formats';
import { stepLabel } from '../ui/base/step-label';
import { OnlyChip } from './only-chip';
import { EXPLAIN } from './texts';

/** What the drawer is narrowed to: by the filters of the page, and by restrictions of its own, which can be removed. */
@Component({
  selector: 'app-narrowed-to',
  imports: [Icon, OnlyChip],
  template: `
    @for (words of ofPage(); track words) {
      <span class="tag calm">{{ words }}</span>
    }
    @if (part(); as part) {
      <button
        type="button"
        class="chip"
        [attr.aria-label]="texts.widen(part)"
        (click)="address.replace({ part: null })"
      >
        {{ part }} <svg appIcon="x" aria-hidden="true"></svg>
      </button>
    }
    @for (only of link().only; track only.field + ':' + only.value) {
      <app-only-chip
        [link]="link()"
        [only]="only"
        [hasRows]="hasRows()"
        [record]="record()"
        (away)="widen(only)"
      />
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--s-1);
    }
    .calm {
      background: var(--surface-2);
      color: var(--ink-2);
    }
    :host:not(:empty) {
      margin-top: var(--s-2);
    }
  `,
})
export class NarrowedTo {
  private readonly formats = inject(Formats);
  private readonly filters = inject(DealFilters);
  protected readonly address = inject(Address);
  protected readonly texts = EXPLAIN;

  readonly link = input.required<DrawerLink>();
  /** Whether the number can be broken down. */
  readonly hasRows = input(false);
  /** Any record of the list. */
  readonly record = input<DealRecord>();

  /** Filters of the page, but those that the drawer narrows further. */
  protected readonly ofPage = computed(() => {
    const own = new Set(this.link().only.map(({ field }) => field));
    return this.filters.words(({ field }) => !own.has(field));
  });

  protected readonly part = computed(() => {
    const { part } = this.link();
    if (part === null) return null;
    const half = /^(\d{4})-(H[12])$/.exec(part);
    return half ? `${half[2] ?? ''} ${half[1] ?? ''}` : stepLabel(part, this.formats);
  });

  protected widen(away: Only): void {
    const only = this.link().only.filter((each) => each !== away);
    this.address.replace({ only: null, ...linkParameters({ ...this.link(), only }) });
  }
}
