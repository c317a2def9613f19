import { Component, computed, inject } from '@angular/core';
import { Icon } from '../ui/icon/icon';
import { Address } from '../session/address';
import { DealFilters } from '../session/deal-filters';
import { Pages } from '../session/pages';
import { labelOf } from '../session/period-label';
import { Formats } from '../ui/base/formats';
import { TEXTS } from '../ui/base/texts';
import { Dialogs } from '../ui/dialog/dialogs';
import { SHELL } from './texts';

/** On a phone: which days and which deals the page is about, in one chip that opens all there is to choose. */
@Component({
  selector: 'app-sheet-chip',
  imports: [Icon],
  template: `
    <button type="button" class="chip" aria-haspopup="dialog" (click)="open()">
      <b>{{ words() }}</b>
      <svg appIcon="chevron-down" aria-hidden="true"></svg>
    </button>
  `,
  styles: `
    :host {
      min-width: 0;
    }
    .chip {
      max-width: 100%;
    }
    b {
      overflow: hidden;
      text-overflow: ellipsis;
    }
  `,
})
export class SheetChip {
  private readonly address = inject(Address);
  private readonly filters = inject(DealFilters);
  private readonly pages = inject(Pages);
  private readonly formats = inject(Formats);
  private readonly dialogs = inject(Dialogs);

  protected readonly words = computed(() => {
    const controls = this.pages.controls();
    const period = controls.period ? [labelOf(this.address.period(), this.formats)] : [];
    if (!controls.filters) return period.join('');
    const chosen = this.filters.chosen();
    const owners = chosen.find(({ field }) => field === 'owner')?.names ?? [TEXTS.people.everyone];
    const others = chosen.filter(({ field }) => field !== 'owner').length;
    return [
      ...period,
      SHELL.filters.shown(owners[0] ?? '', owners.length - 1),
      ...(others > 0 ? [SHELL.filters.count(others)] : []),
    ].join(' · ');
  });

  protected open(): void {
    void this.dialogs.open(async () => (await import('./time-sheet')).TimeSheet, SHELL.filters.sheet);
  }
}
