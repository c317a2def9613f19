import { Directive, computed, inject, input } from '@angular/core';
import { NamedPages } from './named-pages';
import type { Person } from './person';

/**
 * A name that leads to the page of its person.
 *
 * @example
 *   <a [appPersonLink]="{ role: 'owner', name: 'Inès' }">Inès</a>
 */
@Directive({
  selector: 'a[appPersonLink]',
  host: { class: 'person', '[attr.href]': 'href()', '(click)': 'go($event)' },
})
export class PersonLink {
  private readonly pages = inject(NamedPages);
  readonly appPersonLink = input.required<Person>();
  /** Id of another view than the one that is shown. */
  readonly inView = input<string | null>(null);

  protected readonly href = computed(() => this.pages.hrefOfPerson(this.appPersonLink(), this.inView()));

  /** With a modifier the browser opens it in a tab of its own. */
  protected go(event: MouseEvent): void {
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    this.pages.open(this.href());
  }
}
