import { CdkTrapFocus } from '@angular/cdk/a11y';
import {
  Component,
  ElementRef,
  Injector,
  afterNextRender,
  computed,
  inject,
  input,
  linkedSignal,
  signal,
} from '@angular/core';
import { Icon } from '../ui/icon/icon';
import { FILTER_FIELDS, type FilterField } from '@app/domain/filters';
import { Address } from '../session/address';
import { DealFilters } from '../session/deal-filters';
import { Owners } from '../session/owners';
import { TEXTS } from '../ui/base/texts';
import { choicesOf, matchingChoices, toggled } from './filter-choices';
import { SHELL } from './texts';

/** Where a list is longer than this it has a search. */
const SHORT = 8;

/** What the page can be filtered by, then the values of one field, several of which may be ticked. */
@Component({
  selector: 'app-filter-panel',
  imports: [Icon],
  hostDirectives: [CdkTrapFocus],
  host: {
    class: 'menu',
    role: 'dialog',
    '[attr.aria-label]': 'label()',
    '(keydown)': 'step($event)',
  },
  template: `
    @if (field(); as field) {
      <div class="head">
        @if (canGoBack()) {
          <button type="button" class="icon-button" [attr.aria-label]="texts.back" (click)="choose(null)">
            <svg appIcon="chevron-left" aria-hidden="true"></svg>
          </button>
        }
        @if (hasSearch()) {
          <input
            type="search"
            class="field"
            autocomplete="off"
            [placeholder]="label()"
            [attr.aria-label]="texts.search(label())"
            [value]="typed()"
            (input)="typed.set($any($event.target).value)"
          />
        } @else {
          <span class="title">{{ label() }}</span>
        }
        @if (chosen().length > 0) {
          <button type="button" class="link" (click)="set(field, [])">{{ texts.clear }}</button>
        }
      </div>
      <div class="values" role="group" [attr.aria-label]="label()">
        @for (choice of found(); track choice.value) {
          <label class="menu-item">
            <input
              type="checkbox"
              [checked]="choice.isChosen"
              (change)="set(field, toggled(chosen(), choice.value))"
            />
            <span class="name">{{ choice.label }}</span>
            @if (choice.hint) {
              <small>{{ choice.hint }}</small>
            }
          </label>
        } @empty {
          <p class="menu-note" role="status">{{ emptyWords() }}</p>
        }
      </div>
    } @else {
      @for (each of fields; track each) {
        <button type="button" class="menu-item" (click)="choose(each)">
          {{ labels[each] }}
          <small>{{ namesOf(each) }}</small>
          <svg appIcon="chevron-right" aria-hidden="true"></svg>
        </button>
      }
    }
  `,
  styles: `
    :host {
      grid-template-rows: auto minmax(0, 1fr);
      width: 280px;
      overflow: hidden;
    }
    .head {
      display: flex;
      align-items: center;
      gap: var(--s-1);
      padding: 2px 2px 6px;
    }
    .head .field,
    .title {
      flex: 1;
      min-width: 0;
    }
    .title {
      padding: 0 var(--s-2);
      font: var(--t-label);
      color: var(--ink-2);
      line-height: 32px;
    }
    .link {
      padding: 0 var(--s-2);
    }
    .values {
      display: grid;
      gap: 1px;
      align-content: start;
      min-height: 0;
      overflow-y: auto;
    }
    .menu-item:has(:focus-visible) {
      background: var(--accent-soft);
    }
    .menu-item:has(:checked) {
      font-weight: 600;
    }
    .name {
      min-width: 0;
      overflow-wrap: anywhere;
    }
    input[type='checkbox'] {
      flex: none;
      width: 16px;
      height: 16px;
      margin: 0;
    }
    button.menu-item small {
      overflow: hidden;
      text-overflow: ellipsis;
    }
    button.menu-item svg {
      color: var(--ink-3);
    }
    button.menu-item small:empty + svg {
      margin-left: auto;
    }
  `,
})
export class FilterPanel {
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly injector = inject(Injector);
  private readonly address = inject(Address);
  private readonly filters = inject(DealFilters);
  private readonly owners = inject(Owners);
  protected readonly texts = SHELL.filters;
  protected readonly labels = TEXTS.filters;
  protected readonly fields = FILTER_FIELDS;
  protected readonly toggled = toggled;

  /** The field whose values are shown at first; null for the list of fields. */
  readonly opensWith = input<FilterField | null>(null);

  protected readonly field = linkedSignal(() => this.opensWith());
  protected readonly canGoBack = computed(() => this.opensWith() === null);
  protected readonly typed = signal('');
  /** At once, before the address has them. */
  protected readonly chosen = linkedSignal((): readonly string[] => {
    const field = this.field();
    return field ? (this.address.filters()[field] ?? []) : [];
  });
  protected readonly label = computed(() => {
    const field = this.field();
    return field ? TEXTS.filters[field] : SHELL.filters.heading;
  });
  protected readonly choices = computed(() => {
    const field = this.field();
    if (!field) return [];
    const mine = field === 'owner' ? this.owners.mine() : null;
    const of = { values: this.filters.choicesOf(field), chosen: this.chosen(), mine };
    return choicesOf(field, of, {
      nameOf: (value) => this.filters.nameOf(field, value),
      hintOf: (value) => {
        if (value === mine) return TEXTS.people.me;
        return this.filters.isMissing(field, value) ? SHELL.filters.missing(1, 1) : '';
      },
    });
  });
  protected readonly hasSearch = computed(() => this.choices().length > SHORT);
  protected readonly found = computed(() => matchingChoices(this.choices(), this.typed()));

  protected readonly emptyWords = computed(() => {
    if (!this.filters.isReady()) return TEXTS.loading;
    return this.choices().length === 0 ? SHELL.filters.nothing : SHELL.filters.notFound;
  });

  /** Back takes all that was ticked here away at once. */
  private hasChanged = false;

  constructor() {
    this.focusFirst();
  }

  protected choose(field: FilterField | null): void {
    this.field.set(field);
    this.typed.set('');
    this.focusFirst();
  }

  protected set(field: FilterField, values: readonly string[]): void {
    this.chosen.set(values);
    this.address.filterBy(field, values, { replaceUrl: this.hasChanged });
    this.hasChanged = true;
  }

  protected namesOf(field: FilterField): string {
    return (this.address.filters()[field] ?? []).map((value) => this.filters.nameOf(field, value)).join(', ');
  }

  /** Arrow keys go up and down, from the search into the list too. */
  protected step(event: KeyboardEvent): void {
    const steps = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (steps === 0) return;
    event.preventDefault();
    const stops = this.stops();
    const at = stops.findIndex((stop) => stop === document.activeElement);
    stops[Math.min(Math.max(at + steps, 0), stops.length - 1)]?.focus();
  }

  private stops(): HTMLElement[] {
    return [...this.element.querySelectorAll<HTMLElement>('input, button.menu-item')];
  }

  private focusFirst(): void {
    afterNextRender({ write: () => this.stops()[0]?.focus() }, { injector: this.injector });
  }
}
