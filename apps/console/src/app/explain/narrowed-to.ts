import { Component, computed, inject, input } from '@angular/core';
import { LucideX } from '@lucide/angular';
import type { DealRecord } from '@app/contracts';
import { Situation } from '../session/situation';
import { type Door, type Only, doorParameters } from '../ui/doors/door';
import { Formats } from '../ui/formats';
import { OnlyChip } from './only-chip';
import { EXPLAIN } from './texts';

/** What the drawer is narrowed to, beside the whole page: each restriction can be taken away. */
@Component({
  selector: 'app-narrowed-to',
  imports: [LucideX, OnlyChip],
  template: `
    @if (part(); as part) {
      <button
        type="button"
        class="chip"
        [attr.aria-label]="texts.widen(part)"
        (click)="situation.inDrawer({ part: null })"
      >
        {{ part }} <svg lucideX aria-hidden="true"></svg>
      </button>
    }
    @for (only of door().only; track only.field + ':' + only.value) {
      <app-only-chip
        [door]="door()"
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
      gap: var(--s-1);
    }
    :host:not(:empty) {
      margin-top: var(--s-2);
    }
  `,
})
export class NarrowedTo {
  private readonly formats = inject(Formats);
  protected readonly situation = inject(Situation);
  protected readonly texts = EXPLAIN;

  readonly door = input.required<Door>();
  /** Whether the number can be broken down. */
  readonly hasRows = input(false);
  /** One of the records listed. */
  readonly record = input<DealRecord>();

  protected readonly part = computed(() => {
    const { part } = this.door();
    if (part === null) return null;
    const half = /^(\d{4})-(H[12])$/.exec(part);
    return half ? `${half[2] ?? ''} ${half[1] ?? ''}` : this.formats.month(part, true);
  });

  protected widen(away: Only): void {
    const only = this.door().only.filter((each) => each !== away);
    this.situation.inDrawer({ only: null, ...doorParameters({ ...this.door(), only }) });
  }
}
