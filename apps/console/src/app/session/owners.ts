import { httpResource } from '@angular/common/http';
import { Service, computed, inject } from '@angular/core';
import type { Breakdown } from '@app/contracts';
import { TEXTS } from '../ui/base/texts';
import { mineOf } from './people';
import { Session } from './session';
import { Address } from './address';
import { PATHS, viewUrl } from './api';

/** The account executives of a view. The names come from the data, never from a list of users. */
@Service()
export class Owners {
  private readonly session = inject(Session);
  private readonly address = inject(Address);

  // Everybody who ever had a deal in this view: the list must not depend on the period.
  private readonly answer = httpResource<Breakdown>(() => {
    const view = this.address.view();
    if (!view) return undefined;
    return {
      url: viewUrl(view.id, PATHS.breakdown),
      params: { metric: 'meetings.total', by: 'owner', from: '2000-01-01', to: '2099-12-31' },
    };
  });

  readonly rows = computed(() => (this.answer.hasValue() ? this.answer.value().rows : []));
  /** How the data writes somebody whom the address knows by name or by key. */
  readonly nameOf = (owner: string): string => {
    if (owner === '') return TEXTS.unassigned;
    return this.rows().find(({ key }) => key === owner)?.label ?? owner;
  };
  readonly me = computed(() => this.session.user()?.name ?? '');
  /** The signed-in person's name as spelled in the data; null without deals in this view. */
  readonly mine = computed(() => mineOf(this.rows(), this.me())?.key ?? null);
}
