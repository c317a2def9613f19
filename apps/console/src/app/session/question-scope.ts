import { Service, computed, inject } from '@angular/core';
import { isoDay } from '@app/domain/period';
import { BY_VALUE } from '../ui/base/by-value';
import { Address } from './address';

type Parameters = Record<string, string | readonly string[]>;

/** The parameters that every question to the API takes from the address: days, filters, as-of date. */
@Service()
export class QuestionScope {
  private readonly address = inject(Address);

  /** For lists that do not depend on the period. */
  readonly ofLists = computed((): Parameters => {
    const asOf = this.address.asOf();
    return { ...(asOf ? { as_of: asOf } : {}), ...this.address.filters() };
  }, BY_VALUE);

  /** For numbers of the period. */
  readonly ofPeriod = computed(() => {
    const { from, to } = this.address.period().period;
    return this.ofDays(from, to);
  }, BY_VALUE);

  /** For screens, which also compare the period. */
  readonly ofScreen = computed(() => ({ ...this.ofPeriod(), against: this.address.against() }), BY_VALUE);

  /** For numbers of other days. */
  ofDays(from: number, to: number): Parameters {
    return { from: isoDay(from), to: isoDay(to), ...this.ofLists() };
  }
}
