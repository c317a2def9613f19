import { Injectable, computed, inject } from '@angular/core';
import type { SavedPage } from '@app/contracts';
import { FILTER_FIELDS } from '@app/domain/filters';
import { movingNameOf, periodParameter } from '@app/domain/period';
import {
  SAVED_PAGE_NAMES,
  type SavedPageName,
  type SavedParameters,
  savedPeriod,
} from '@app/domain/saved-pages';
import { Address } from '../session/address';
import { DealFilters } from '../session/deal-filters';
import { PAGES, Pages } from '../session/pages';
import { labelOf } from '../session/period-label';
import { linkedParameters } from '../session/saved-link';
import { Formats } from '../ui/base/formats';
import { TEXTS } from '../ui/base/texts';
import { personOf, personParameter } from '../ui/links/person';
import { SAVED } from './texts';

/** The page that is open as it would be saved, and saved pages in words. */
@Injectable()
export class PageNow {
  private readonly address = inject(Address);
  private readonly filters = inject(DealFilters);
  private readonly formats = inject(Formats);
  private readonly pages = inject(Pages);
  private readonly known = inject(PAGES);

  /** null where it cannot be saved. */
  readonly name = computed((): SavedPageName | null => {
    const page = this.address.page();
    return SAVED_PAGE_NAMES.find((each) => each === page) ?? null;
  });

  /** The name under which its period follows the calendar; null where it does not, such as some month long ago. */
  readonly moving = computed(() => {
    if (!this.pages.controls().period || this.address.asOf() !== null) return null;
    return movingNameOf(this.address.period(), this.address.today());
  });
  /** Its days in words. */
  readonly days = computed(() => labelOf(this.address.period(), this.formats));

  /** What is saved with it. @param isMoving whether its period follows the calendar, where it can */
  parameters(isMoving: boolean): SavedParameters {
    const { period, comparison } = this.pages.controls();
    const moving = isMoving ? this.moving() : null;
    const [person, against] = [this.address.person(), this.address.against()];
    return {
      ...(period && { period: moving ?? periodParameter(this.address.period()) }),
      ...(comparison && against !== 'previous' && { against }),
      ...(person ? { person: personParameter(person) } : this.filterParameters()),
    };
  }

  /** Whether a saved page is what is open. */
  isShown({ view_id, page, parameters }: SavedPage): boolean {
    const today = this.address.today();
    const [saved, shown] = [parameters, this.parameters(false)].map((each) =>
      JSON.stringify(linkedParameters(each, today)),
    );
    return view_id === this.address.viewId() && page === this.name() && saved === shown;
  }

  /** A page in words: `Dashboard · This month · AE Inès`. */
  wordsOf(page: SavedPageName, parameters: SavedParameters): string[] {
    const person = personOf(parameters.person ?? null);
    return [
      person
        ? TEXTS.filterWords(TEXTS.filters[person.role], person.name)
        : (this.known.find(({ path }) => path === page)?.label ?? page),
      ...this.periodWords(parameters),
      ...FILTER_FIELDS.flatMap((field) => {
        const names = parameters[field]?.map((value) => this.filters.nameOf(field, value));
        return names ? [TEXTS.filterWords(TEXTS.filters[field], names.join(', '))] : [];
      }),
    ];
  }

  private filterParameters(): SavedParameters {
    if (!this.pages.controls().filters) return {};
    const chosen = this.address.filters();
    return Object.fromEntries(
      FILTER_FIELDS.flatMap((field) => (chosen[field] ? [[field, [...chosen[field]]]] : [])),
    );
  }

  private periodWords({ period }: SavedParameters): string[] {
    const named = SAVED.periods[period as keyof typeof SAVED.periods] as string | undefined;
    if (named !== undefined) return [named];
    const choice = savedPeriod(period, this.address.today());
    return choice ? [labelOf(choice, this.formats)] : [];
  }
}
