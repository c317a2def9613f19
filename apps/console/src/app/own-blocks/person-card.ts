import { Component, computed, inject } from '@angular/core';
import type { PersonRole } from '@app/contracts';
import { Address } from '../session/address';
import { DealFilters } from '../session/deal-filters';
import { initialsOf } from '../ui/base/initials';
import { CardHead } from '../ui/card-head';
import { PersonLink } from '../ui/links/person-link';
import { PERSON } from './texts';

const ROLES: readonly PersonRole[] = ['owner', 'bdr'];

/** Who the page is about and as what; without anybody, the people of the view to choose from. */
@Component({
  selector: 'app-person-card',
  imports: [CardHead, PersonLink],
  template: `
    @if (person(); as shown) {
      <div class="who">
        <span class="initials" aria-hidden="true">{{ initials() }}</span>
        <div>
          <h2>{{ shown.name }}</h2>
          <p class="quiet">{{ texts.roles[shown.role] }}</p>
        </div>
        @if (otherRole(); as role) {
          <a class="chip end" [appPersonLink]="{ role, name: shown.name }">{{ texts.as[role] }}</a>
        }
      </div>
    } @else {
      @for (group of groups(); track group.role) {
        <section class="card">
          <app-card-head [heading]="texts.choose[group.role]" />
          <ul>
            @for (name of group.names; track name) {
              <li>
                <a class="chip" [appPersonLink]="{ role: group.role, name }">{{ name }}</a>
              </li>
            } @empty {
              <li class="quiet">{{ texts.none }}</li>
            }
          </ul>
        </section>
      }
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--s-3);
    }
    .who {
      display: flex;
      align-items: center;
      gap: var(--s-3);
      min-width: 0;
    }
    .initials {
      display: grid;
      flex: none;
      place-items: center;
      width: 40px;
      height: 40px;
      border-radius: 50%;
      background: var(--accent-soft);
      color: var(--accent);
      font: 600 14px var(--font);
    }
    h2 {
      font: var(--t-title);
      overflow-wrap: anywhere;
    }
    ul {
      display: flex;
      flex-wrap: wrap;
      gap: var(--s-2);
      margin-top: var(--s-2);
    }
  `,
})
export class PersonCard {
  private readonly address = inject(Address);
  private readonly filters = inject(DealFilters);
  protected readonly texts = PERSON;
  protected readonly person = this.address.person;
  protected readonly initials = computed(() => initialsOf(this.person()?.name ?? ''));

  /** Everybody who ever had a deal in this view. */
  protected readonly groups = computed(() =>
    ROLES.map((role) => ({
      role,
      names: this.filters
        .choicesOf(role)
        .filter(({ value }) => value !== '')
        .map(({ label }) => label)
        .sort((one, other) => one.localeCompare(other)),
    })),
  );

  /** What the person is as well; null for those who are one thing only. */
  protected readonly otherRole = computed(() => {
    const person = this.person();
    return person && this.filters.otherRoleOf(person);
  });
}
