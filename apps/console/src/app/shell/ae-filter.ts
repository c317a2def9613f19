import { CdkMenu, CdkMenuTrigger } from '@angular/cdk/menu';
import { Component, computed, inject } from '@angular/core';
import { LucideChevronDown } from '@lucide/angular';
import { Owners } from '../session/owners';
import { Address } from '../session/address';
import { TEXTS } from '../ui/base/texts';
import { MenuChoice } from '../ui/menu-choice';
import { type PersonChoice, isSamePerson, peopleOf } from '../session/people';
import { SHELL } from './texts';

/** Whose deals the numbers are about. The names come from the data, never from a list of users. */
@Component({
  selector: 'app-ae-filter',
  imports: [CdkMenu, CdkMenuTrigger, LucideChevronDown, MenuChoice],
  template: `
    <button type="button" class="chip" [cdkMenuTriggerFor]="menu">
      {{ texts.label }} <b>{{ shown() }}</b>
      <svg lucideChevronDown aria-hidden="true"></svg>
    </button>
    <ng-template #menu>
      <div class="menu" cdkMenu [attr.aria-label]="texts.heading">
        @for (choice of choices(); track choice.label) {
          <button appMenuChoice [isChosen]="isChosen(choice)" (choose)="address.chooseOwners(choice.owners)">
            {{ choice.label }}
            @if (choice.hint) {
              <small>{{ choice.hint }}</small>
            }
          </button>
        }
        @if (choices().length === 1) {
          <span class="menu-note">{{ texts.none }}</span>
        }
      </div>
    </ng-template>
  `,
})
export class AeFilter {
  private readonly owners = inject(Owners);
  protected readonly address = inject(Address);
  protected readonly texts = SHELL.people;

  protected readonly choices = computed(() => peopleOf(this.owners.rows(), this.owners.me()));
  protected readonly shown = computed(() => {
    const owners = this.address.owners();
    if (owners.length === 0) return TEXTS.people.everyone;
    if (owners.length > 1) return SHELL.people.several(owners.length);
    // The address may carry a name folded; the list knows how it is written.
    return this.choices().find((choice) => this.isChosen(choice))?.label ?? namedOr(owners[0]);
  });

  protected isChosen({ owners }: PersonChoice): boolean {
    const chosen = this.address.owners();
    return (
      chosen.length === owners.length && chosen.every((name, at) => isSamePerson(name, owners[at] ?? ''))
    );
  }
}

const namedOr = (owner: string | undefined) =>
  owner === undefined || owner === '' ? TEXTS.unassigned : owner;
