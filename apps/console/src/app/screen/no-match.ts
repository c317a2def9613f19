import { Component, DOCUMENT, computed, inject } from '@angular/core';
import { Address } from '../session/address';
import { DealFilters } from '../session/deal-filters';
import { EmptyState } from '../ui/empty-state';
import { SCREEN } from './texts';

/** In the place of a page whose filters leave no deal: which they are, why, and how they are cleared. */
@Component({
  selector: 'app-no-match',
  imports: [EmptyState],
  template: `
    <app-empty-state [title]="title()" [detail]="detail()">
      <button type="button" class="button primary" (click)="clear()">{{ action() }}</button>
    </app-empty-state>
  `,
})
export class NoMatch {
  private readonly document = inject(DOCUMENT);
  private readonly address = inject(Address);
  private readonly filters = inject(DealFilters);

  protected readonly title = computed(() =>
    SCREEN.noMatch.title(this.filters.words().join(' · '), this.address.view()?.name ?? ''),
  );
  protected readonly detail = computed(() => {
    const chosen = this.filters.chosen();
    const missing = chosen
      .filter((filter) => filter.missing.length > 0)
      .map((filter) => SCREEN.noMatch.missing(filter.missing, filter.label));
    if (missing.length > 0) return [...missing, SCREEN.noMatch.mistyped].join(' ');
    return chosen.length > 1 ? SCREEN.noMatch.together : SCREEN.noMatch.alone;
  });
  /** The filter that is to blame: the only one, or the only one by names that nobody has; null for several. */
  private readonly one = computed(() => {
    const chosen = this.filters.chosen();
    const missing = chosen.filter((filter) => filter.missing.length === filter.values.length);
    const [one, ...others] = missing.length > 0 ? missing : chosen;
    return one && others.length === 0 ? one : null;
  });
  protected readonly action = computed(() => {
    if (this.address.person()) return SCREEN.noMatch.otherPerson;
    const one = this.one();
    return one ? SCREEN.noMatch.clear(one.label) : SCREEN.noMatch.clearAll;
  });

  protected clear(): void {
    const one = this.one();
    if (this.address.person()) this.address.change({ person: null });
    else if (one) this.address.filterBy(one.field, []);
    else this.address.clearFilters();
    this.document.querySelector('main')?.focus(); // what was pressed goes
  }
}
