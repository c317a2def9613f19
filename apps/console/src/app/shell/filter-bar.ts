import { CdkOverlayOrigin } from '@angular/cdk/overlay';
import { Component, ElementRef, computed, inject, signal, viewChild } from '@angular/core';
import { Icon } from '../ui/icon/icon';
import type { FilterField } from '@app/domain/filters';
import { Address } from '../session/address';
import { DealFilters } from '../session/deal-filters';
import { PanelBelow } from '../ui/base/panel-below';
import { TEXTS } from '../ui/base/texts';
import { FilterPanel } from './filter-panel';
import { SHELL } from './texts';

/** What is open: the panel of a field, or of all, at the button that opened it. */
interface OpenPanel {
  field: FilterField | null;
  origin: CdkOverlayOrigin;
}

/** Which deals all of the page is about: a chip a filter, each can be changed and removed, and more can be added. */
@Component({
  selector: 'app-filter-bar',
  imports: [CdkOverlayOrigin, FilterPanel, Icon, PanelBelow],
  host: { role: 'group', '[attr.aria-label]': 'texts.label' },
  template: `
    @for (chip of chips(); track chip.field) {
      <span class="pair" [class.on]="chip.isOn">
        <button
          type="button"
          class="chip"
          cdkOverlayOrigin
          #origin="cdkOverlayOrigin"
          aria-haspopup="dialog"
          [attr.aria-expanded]="open()?.origin === origin"
          [title]="chip.hint"
          (click)="show(chip.field, origin)"
        >
          {{ chip.label }} <b>{{ chip.shown }}</b>
          @if (chip.missing) {
            <small>{{ chip.missing }}</small>
          }
          @if (!chip.isOn) {
            <svg appIcon="chevron-down" aria-hidden="true"></svg>
          }
        </button>
        @if (chip.isOn) {
          <button
            type="button"
            class="chip away"
            [attr.aria-label]="texts.remove(chip.title)"
            (click)="remove(chip.field)"
          >
            <svg appIcon="x" aria-hidden="true"></svg>
          </button>
        }
      </span>
    }
    <button
      #add
      type="button"
      class="chip"
      cdkOverlayOrigin
      #more="cdkOverlayOrigin"
      aria-haspopup="dialog"
      [attr.aria-expanded]="open()?.origin === more"
      (click)="show(null, more)"
    >
      <svg appIcon="plus" aria-hidden="true"></svg> {{ texts.add }}
    </button>
    @if (filters.chosen().length > 1) {
      <button type="button" class="link" (click)="clear()">{{ texts.clearAll }}</button>
    }
    @if (open(); as open) {
      <ng-template
        appPanelBelow
        [isOpen]="true"
        [origin]="open.origin"
        (left)="this.open.set(null)"
        (escaped)="close()"
      >
        <app-filter-panel [opensWith]="open.field" />
      </ng-template>
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--s-2);
    }
    .pair {
      display: inline-flex;
    }
    .pair b {
      max-width: 168px;
      overflow: hidden;
      text-overflow: ellipsis;
    }
    .on .chip {
      background: var(--accent-soft);
      border-color: transparent;
    }
    .on b {
      color: var(--accent);
    }
    .on small {
      color: var(--warn);
      font: var(--t-label);
    }
    .on .chip:first-child {
      border-radius: var(--r-1) 0 0 var(--r-1);
      padding-right: 4px;
    }
    .on .away {
      width: 28px;
      padding: 0;
      border-radius: 0 var(--r-1) var(--r-1) 0;
    }
    .on .chip:hover {
      border-color: var(--accent);
    }
  `,
})
export class FilterBar {
  protected readonly filters = inject(DealFilters);
  private readonly address = inject(Address);
  protected readonly texts = SHELL.filters;
  private readonly add = viewChild.required<ElementRef<HTMLElement>>('add');

  protected readonly open = signal<OpenPanel | null>(null);

  /** Account executives always, other fields while they are filtered. */
  protected readonly chips = computed(() => {
    const chosen = this.filters.chosen();
    const names: readonly string[] = [TEXTS.people.everyone];
    const everyone = { field: 'owner' as const, label: TEXTS.filters.owner, names, missing: [] };
    const shown = chosen.some(({ field }) => field === 'owner') ? chosen : [everyone, ...chosen];
    return shown.map(({ field, label, names, missing }) => ({
      field,
      label,
      shown: SHELL.filters.shown(names[0] ?? '', names.length - 1),
      title: TEXTS.filterWords(label, names.join(', ')),
      missing: SHELL.filters.missing(missing.length, names.length),
      hint: SHELL.filters.hint(TEXTS.filterWords(label, names.join(', ')), missing.join(', ')),
      isOn: this.address.filters()[field] !== undefined,
    }));
  });

  protected show(field: FilterField | null, origin: CdkOverlayOrigin): void {
    this.open.set(this.open()?.origin === origin ? null : { field, origin });
  }

  protected remove(field: FilterField): void {
    this.address.filterBy(field, []);
    this.add().nativeElement.focus(); // what was pressed goes
  }

  protected clear(): void {
    this.address.clearFilters();
    this.add().nativeElement.focus();
  }

  /** The focus goes back to what opened it, or to where filters are added when that has gone. */
  protected close(): void {
    const origin = this.open()?.origin.elementRef.nativeElement as HTMLElement | undefined;
    if (!origin) return;
    this.open.set(null);
    (origin.isConnected ? origin : this.add().nativeElement).focus();
  }
}
