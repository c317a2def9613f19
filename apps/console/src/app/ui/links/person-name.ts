import { Component, computed, inject, input } from '@angular/core';
import type { PersonRole } from '@app/contracts';
import { NamedPages } from './named-pages';
import type { Person } from './person';
import { PersonLink } from './person-link';

/**
 * The AE of a deal, or its BDR, who leads to their page; other words where there is none.
 *
 * @example
 *   <app-person-name [of]="deal.owner" nobody="No AE" />
 *   <app-person-name [of]="deal.bdr" as="bdr" nobody="No BDR" />
 */
@Component({
  selector: 'app-person-name',
  imports: [PersonLink],
  template: `@if (person(); as person) {
      <a [appPersonLink]="person" [inView]="inView()" [attr.tabindex]="tabindex()">{{ person.name }}</a>
    } @else {
      {{ of() ?? nobody() }}
    }`,
  styles: `
    /* Large enough to be hit, without taking room of the line. */
    a {
      display: inline-block;
      min-width: 24px;
      max-width: 100%;
      overflow: clip;
      text-overflow: ellipsis;
      padding-block: 5px;
      margin-block: -5px;
    }
    /* No line through what is before runs through a box of its own. */
    :host-context(del) a {
      text-decoration: line-through;
    }
    @media (pointer: coarse) {
      a {
        max-width: calc(100% + 16px);
        padding: 14px 8px;
        margin: -14px -8px;
      }
    }
  `,
})
export class PersonName {
  private readonly hasPages = inject(NamedPages, { optional: true }) !== null;
  readonly of = input.required<string | null>();
  readonly as = input<PersonRole>('owner');
  readonly nobody = input('');
  /** Id of another view than the one that is shown. */
  readonly inView = input<string | null>(null);
  /** Where the focus walks by other keys than Tab. */
  readonly tabindex = input<0 | -1 | null>(null);

  protected readonly person = computed((): Person | null => {
    const name = this.of();
    return name === null || !this.hasPages ? null : { role: this.as(), name };
  });
}
