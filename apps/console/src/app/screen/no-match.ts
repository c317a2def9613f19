import { Component, DOCUMENT, computed, inject, resource } from '@angular/core';
import type { FilterValue } from '@app/domain/metrics';
import type { FilterField } from '@app/domain/filters';
import { Address } from '../session/address';
import { DealFilters } from '../session/deal-filters';
import { TEXTS } from '../ui/base/texts';
import { EmptyState } from '../ui/empty-state';
import { SCREEN } from './texts';

/** Something to do about it. */
interface Way {
  label: string;
  go: () => void;
}

/** In the place of a page whose filters leave no deal: which they are, why, who may be meant, and how they are cleared. */
@Component({
  selector: 'app-no-match',
  imports: [EmptyState],
  template: `
    <app-empty-state [title]="title()" [detail]="detail()">
      <p>
        @for (way of ways(); track way.label) {
          <button type="button" class="button" [class.primary]="$first" (click)="take(way)">
            {{ way.label }}
          </button>
        }
      </p>
    </app-empty-state>
  `,
  styles: `
    p {
      display: flex;
      flex-wrap: wrap;
      justify-content: center;
      gap: var(--s-2);
      min-height: 32px;
    }
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
  /** Who may be meant first; none until that is known, so that nobody presses something else. */
  protected readonly ways = computed(() =>
    this.like.isLoading() ? [] : [...this.asOther(), ...this.meant(), this.clearing()],
  );

  /** The only name that nobody has; null for several, and where all are there. */
  private readonly wrong = computed(
    () => {
      const all = this.filters
        .chosen()
        .flatMap(({ field, missing }) => missing.map((name) => ({ field, name })));
      return all.length === 1 ? (all[0] ?? null) : null;
    },
    { equal: (before, now) => before?.field === now?.field && before?.name === now?.name },
  );
  // What forgives slips is loaded where it is needed.
  private readonly like = resource({
    params: () => this.wrong() ?? undefined,
    loader: async ({ params: { field, name } }) =>
      (await import('./names-like')).namesLike(name, this.filters.choicesOf(field)),
  });

  protected take({ go }: Way): void {
    go();
    this.document.querySelector('main')?.focus(); // what was pressed goes
  }

  /** Whose page it is may be there as the other thing that people are. */
  private asOther(): Way[] {
    const [person, view] = [this.address.person(), this.address.viewId()];
    const role = person && this.filters.otherRoleOf(person);
    if (!role || view === null) return [];
    const { name } = person;
    return [{ label: showing(role, name), go: () => this.address.goToPerson(view, { role, name }) }];
  }

  private meant(): Way[] {
    const wrong = this.wrong();
    if (!wrong || !this.like.hasValue()) return [];
    const { field } = wrong;
    return this.like.value().map((value) => ({
      label: showing(field, value.label),
      go: () => this.putRight(wrong, value),
    }));
  }

  private putRight({ field, name }: { field: FilterField; name: string }, right: FilterValue): void {
    const [person, view] = [this.address.person(), this.address.viewId()];
    if (person && view !== null) {
      this.address.goToPerson(view, { role: person.role, name: right.label });
      return;
    }
    const others = (this.address.filters()[field] ?? []).filter((value) => value !== name);
    this.address.filterBy(field, [...others, right.value]);
  }

  /** Of the filter that is to blame, the only one or the only one by names that nobody has; of all where it is several. */
  private clearing(): Way {
    if (this.address.person())
      return { label: SCREEN.noMatch.otherPerson, go: () => this.address.change({ person: null }) };
    const chosen = this.filters.chosen();
    const missing = chosen.filter((filter) => filter.missing.length === filter.values.length);
    const [one, ...others] = missing.length > 0 ? missing : chosen;
    return one && others.length === 0
      ? { label: SCREEN.noMatch.clear(one.label), go: () => this.address.filterBy(one.field, []) }
      : { label: SCREEN.noMatch.clearAll, go: () => this.address.clearFilters() };
  }
}

const showing = (field: FilterField, name: string): string =>
  SCREEN.noMatch.show(TEXTS.filterWords(TEXTS.filters[field], name));
