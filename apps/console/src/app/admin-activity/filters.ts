import { Service, computed, inject } from '@angular/core';
import { AUDIT_ACTION_IDS, type AuditAction } from '@app/contracts';
import { parseIsoDay } from '@app/domain/period';
import { Address } from '../session/address';
import type { Question } from '../session/questions';
import { AUDIT_LOG } from './api';

/** Names of the filters in the address: those that the API gives them. */
const NAMES = ['from', 'to', 'actor', 'action', 'view', 'q'] as const;
type FilterName = (typeof NAMES)[number];

/** The filters of the page, in the address. What makes no sense there is left out. */
@Service()
export class ActivityFilters {
  private readonly address = inject(Address);

  readonly actions = computed((): AuditAction[] =>
    AUDIT_ACTION_IDS.filter((id) => this.address.parameters().getAll('action').includes(id)),
  );
  readonly isAny = computed(() => Object.keys(this.params()).length > 0);

  /** Whether the first day lies after the last one. */
  readonly isTurnedRound = computed(() => {
    const [from, to] = [this.text('from'), this.text('to')];
    return from !== '' && to !== '' && from > to;
  });

  /** What is asked of the API. */
  readonly question = computed((): Question => ({ url: AUDIT_LOG, params: this.params() }));

  private readonly params = computed((): Record<string, string | string[]> => {
    const texts = NAMES.filter((name) => name !== 'action').map((name) => [name, this.text(name)] as const);
    const actions = this.actions();
    return {
      ...Object.fromEntries(texts.filter(([, value]) => value !== '')),
      ...(actions.length > 0 && { action: actions }),
    };
  });

  /** A filter as its field shows it; empty without one. */
  text(name: FilterName): string {
    const value = this.address.parameter(name) ?? '';
    const isDay = name === 'from' || name === 'to';
    return isDay && parseIsoDay(value) === null ? '' : value.trim();
  }

  /** A text that is typed on is one step of the history. */
  change(name: FilterName, value: string): void {
    const [before, after] = [this.text(name), value.trim()];
    const isTypedOn = (name === 'actor' || name === 'q') && before !== '' && after !== '';
    if (after !== before) this.address.change({ [name]: after || null }, { replaceUrl: isTypedOn });
  }

  toggle(action: AuditAction): void {
    const chosen = this.actions();
    const next = chosen.includes(action) ? chosen.filter((each) => each !== action) : [...chosen, action];
    this.address.change({ action: next.length > 0 ? next : null });
  }

  everything(): void {
    this.address.change({ action: null });
  }

  clear(): void {
    this.address.change(Object.fromEntries(NAMES.map((name) => [name, null])));
  }
}
