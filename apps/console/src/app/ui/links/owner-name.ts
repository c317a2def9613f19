import { Component, computed, inject, input } from '@angular/core';
import { NamedPages } from './named-pages';
import { PersonLink } from './person-link';

/**
 * The AE of a deal, who leads to their page; other words where there is none.
 *
 * @example
 *   <app-owner-name [of]="deal.owner" nobody="No AE" />
 */
@Component({
  selector: 'app-owner-name',
  imports: [PersonLink],
  template: `@if (person(); as person) {
      <a [appPersonLink]="person" [attr.tabindex]="tabindex()">{{ person.name }}</a>
    } @else {
      {{ of() ?? nobody() }}
    }`,
  styles: `
    /* Large enough to be hit, without taking room of the line. */
    a {
      display: inline-block;
      min-width: 24px;
      padding-block: 5px;
      margin-block: -5px;
    }
    @media (pointer: coarse) {
      a {
        padding: 14px 8px;
        margin: -14px -8px;
      }
    }
  `,
})
export class OwnerName {
  private readonly hasPages = inject(NamedPages, { optional: true }) !== null;
  readonly of = input.required<string | null>();
  readonly nobody = input('');
  /** Where the focus walks by other keys than Tab. */
  readonly tabindex = input<0 | -1 | null>(null);

  protected readonly person = computed(() => {
    const name = this.of();
    return name === null || !this.hasPages ? null : ({ role: 'owner', name } as const);
  });
}
