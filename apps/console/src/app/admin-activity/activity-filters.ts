import { CdkMenu, CdkMenuItem, CdkMenuItemCheckbox, CdkMenuTrigger } from '@angular/cdk/menu';
import { Component, computed, inject } from '@angular/core';
import { Icon } from '../ui/icon/icon';
import { AUDIT_ACTIONS, AUDIT_ACTION_IDS } from '@app/contracts';
import { Session } from '../session/session';
import { Views } from '../session/views';
import { DateField } from '../ui/date-field/date-field';
import { ActivityFilters } from './filters';
import { ACTIVITY } from './texts';
import { TypedFilter } from './typed-filter';

/** Which entries are shown. Each field acts by itself; all of them are in the address. */
@Component({
  selector: 'app-activity-filters',
  imports: [CdkMenu, CdkMenuItem, CdkMenuItemCheckbox, CdkMenuTrigger, DateField, Icon, TypedFilter],
  host: { role: 'search', '[attr.aria-label]': 'texts.label' },
  template: `
    @for (end of ends; track end) {
      <div class="choice" [class.unset]="filters.text(end) === ''">
        <span aria-hidden="true">{{ texts[end] }}</span>
        <app-date-field
          [label]="texts[end]"
          [value]="filters.text(end)"
          [today]="session.today()"
          (said)="filters.change(end, $event)"
        />
      </div>
    }
    <label [class.unset]="filters.text('actor') === ''">
      <span>{{ texts.actor }}</span>
      <input
        type="search"
        class="field"
        autocomplete="off"
        [placeholder]="texts.actorHint"
        [appTypedFilter]="filters.text('actor')"
        (said)="filters.change('actor', $event)"
      />
    </label>
    <div class="choice" [class.unset]="filters.actions().length === 0">
      <span aria-hidden="true">{{ texts.action }}</span>
      <span class="on-paper">{{ chosen() }}</span>
      <button
        type="button"
        class="button"
        [cdkMenuTriggerFor]="menu"
        [attr.aria-label]="texts.action + ': ' + chosen()"
      >
        <span class="chosen">{{ chosen() }}</span>
        <svg appIcon="chevron-down" aria-hidden="true"></svg>
      </button>
      <ng-template #menu>
        <div class="menu" cdkMenu [attr.aria-label]="texts.action">
          <button type="button" class="menu-item" cdkMenuItem (cdkMenuItemTriggered)="filters.everything()">
            <span class="tick">
              @if (filters.actions().length === 0) {
                <svg appIcon="check" aria-hidden="true" [strokeWidth]="3"></svg>
              }
            </span>
            {{ texts.everything }}
          </button>
          @for (action of actions; track action.id) {
            <button
              type="button"
              class="menu-item"
              cdkMenuItemCheckbox
              [cdkMenuItemChecked]="filters.actions().includes(action.id)"
              (cdkMenuItemTriggered)="filters.toggle(action.id)"
            >
              <span class="tick">
                @if (filters.actions().includes(action.id)) {
                  <svg appIcon="check" aria-hidden="true" [strokeWidth]="3"></svg>
                }
              </span>
              {{ action.label }}
            </button>
          }
        </div>
      </ng-template>
    </div>
    <label [class.unset]="filters.text('view') === ''">
      <span>{{ texts.view }}</span>
      <select class="field" (change)="filters.change('view', value($event))">
        <option value="">{{ texts.everyView }}</option>
        @for (view of views(); track view.id) {
          <option [value]="view.id" [selected]="view.id === filters.text('view')">{{ view.name }}</option>
        }
      </select>
    </label>
    <label [class.unset]="filters.text('q') === ''">
      <span>{{ texts.about }}</span>
      <input
        type="search"
        class="field"
        autocomplete="off"
        [placeholder]="texts.aboutHint"
        [appTypedFilter]="filters.text('q')"
        (said)="filters.change('q', $event)"
      />
    </label>
  `,
  styleUrl: './activity-filters.css',
})
export class ActivityFilterBar {
  protected readonly filters = inject(ActivityFilters);
  protected readonly session = inject(Session);
  private readonly known = inject(Views);
  protected readonly texts = ACTIVITY.filters;
  protected readonly ends = ['from', 'to'] as const;
  protected readonly actions = AUDIT_ACTION_IDS.map((id) => ({ id, label: AUDIT_ACTIONS[id].label }));

  /** Those that there are, and the one of the address where that is gone. */
  protected readonly views = computed(() => {
    const all = this.known.all().map(({ id, name }) => ({ id, name }));
    const named = this.filters.text('view');
    return named === '' || all.some(({ id }) => id === named) ? all : [...all, { id: named, name: named }];
  });
  protected readonly chosen = computed(() => {
    const [first, ...others] = this.filters.actions();
    if (first === undefined) return ACTIVITY.filters.everything;
    return others.length === 0 ? AUDIT_ACTIONS[first].label : ACTIVITY.filters.several(others.length + 1);
  });

  protected value(event: Event): string {
    const { target } = event;
    return target instanceof HTMLInputElement || target instanceof HTMLSelectElement ? target.value : '';
  }
}
