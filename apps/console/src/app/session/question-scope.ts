import { Service, computed, inject } from '@angular/core';
import { isoDay } from '@app/domain/period';
import { Address } from './address';

type Parameters = Record<string, string | string[]>;

/** What every question to the API carries of the address: the days, the people, the as-of date. */
@Service()
export class QuestionScope {
  private readonly address = inject(Address);

  /** Of lists that know no period. */
  readonly ofLists = computed((): Parameters => {
    const [owners, asOf] = [this.address.owners(), this.address.asOf()];
    return { ...(asOf ? { as_of: asOf } : {}), ...(owners.length > 0 ? { owner: owners } : {}) };
  });

  /** Of numbers of the period. */
  readonly ofPeriod = computed(() => {
    const { from, to } = this.address.period().period;
    return this.ofDays(from, to);
  });

  /** The same, with what a screen compares the period with. */
  readonly ofScreen = computed(() => ({ ...this.ofPeriod(), against: this.address.against() }));

  /** Of numbers of other days. */
  ofDays(from: number, to: number): Parameters {
    return { from: isoDay(from), to: isoDay(to), ...this.ofLists() };
  }
}
