import { Service, computed, inject } from '@angular/core';
import { DealFilters } from './deal-filters';
import { mineOf } from './people';
import { Session } from './session';

/** The account executives of a view. The names come from the data, never from a list of users. */
@Service()
export class Owners {
  private readonly session = inject(Session);
  private readonly filters = inject(DealFilters);

  readonly rows = computed(() => this.filters.choicesOf('owner'));
  readonly me = computed(() => this.session.user()?.name ?? '');
  /** The signed-in person's name as spelled in the data; null without deals in this view. */
  readonly mine = computed(() => mineOf(this.rows(), this.me())?.value ?? null);
}
