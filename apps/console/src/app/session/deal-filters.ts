import { httpResource } from '@angular/common/http';
import { Service, computed, inject } from '@angular/core';
import type { FilterChoices, PersonRole } from '@app/contracts';
import type { FilterValue } from '@app/domain/metrics';
import { FILTER_FIELDS, type FilterField } from '@app/domain/filters';
import { fold } from '@app/domain/normalise';
import { styleOfSourceGroup } from '@app/domain/screens';
import { latestOf } from '../ui/base/latest';
import { stageName } from '../ui/base/stage-name';
import { TEXTS } from '../ui/base/texts';
import type { Person } from '../ui/links/person';
import { Address } from './address';
import { PATHS, viewUrl } from './api';

/** A filter of the page: its field and the values that count. */
interface ChosenFilter {
  field: FilterField;
  /** What the field is called. */
  label: string;
  values: readonly string[];
  /** The values as people read them. */
  names: readonly string[];
  /** Names among them that no deal of the view has, as of an old link; none until that is known. */
  missing: readonly string[];
}

/** Whether two values of a filter mean the same: names match regardless of accents, case and spaces. */
export const isSameValue = (one: string, other: string): boolean => fold(one) === fold(other);

/** Fields of names: of the others, a value may be written in more ways than the data has it. */
const NAMED: ReadonlySet<FilterField> = new Set(['owner', 'bdr', 'product']);

/** What the deals of the view can be filtered by, and what the page is filtered by. Names come from the data. */
@Service()
export class DealFilters {
  private readonly address = inject(Address);

  // Of deals of all dates: the list must not depend on the period. Newer data is asked for again.
  private readonly asked = computed(
    () => {
      const view = this.address.view();
      return view && { id: view.id, revision: view.data.revision };
    },
    { equal: (before, now) => before?.id === now?.id && before?.revision === now?.revision },
  );
  private readonly answer = httpResource<FilterChoices>(() => {
    const asked = this.asked();
    return asked ? { url: viewUrl(asked.id, PATHS.filters) } : undefined;
  });
  private readonly latest = latestOf(this.answer, () => this.asked()?.id ?? null);

  /** Whether the values are known. */
  readonly isReady = computed(() => this.latest.data() !== undefined);

  /** The filters of the page, in the order of the bar. */
  readonly chosen = computed((): ChosenFilter[] =>
    FILTER_FIELDS.flatMap((field) => {
      const values = this.address.filters()[field];
      if (!values) return [];
      return [
        {
          field,
          label: TEXTS.filters[field],
          values,
          names: values.map((value) => this.nameOf(field, value)),
          missing: values.filter((value) => this.isMissing(field, value)),
        },
      ];
    }),
  );

  /**
   * The same in words, one text a filter: `BDR Hugo, Lea`.
   *
   * @param isWanted which of them
   */
  words(isWanted: (filter: ChosenFilter) => boolean = () => true): string[] {
    return this.chosen()
      .filter(isWanted)
      .map(({ label, names }) => TEXTS.filterWords(label, names.join(', ')));
  }

  /** The values that occur; none until they are known. */
  choicesOf(field: FilterField): readonly FilterValue[] {
    return this.latest.data()?.values[field] ?? [];
  }

  /** Whether it is a name that no deal of the view has; of none that is known yet. */
  isMissing(field: FilterField, value: string): boolean {
    if (!NAMED.has(field) || value === '' || !this.isReady()) return false;
    return !this.choicesOf(field).some((each) => isSameValue(each.value, value));
  }

  /** What a person is as well in the view; null for one thing only, and until it is known. */
  otherRoleOf({ role, name }: Person): PersonRole | null {
    const other = role === 'owner' ? 'bdr' : 'owner';
    return this.isReady() && !this.isMissing(other, name) ? other : null;
  }

  /** How people read a value, whether the address has it by name or by key. */
  nameOf(field: FilterField, value: string): string {
    if (value === '') return TEXTS.noneOf[field] ?? TEXTS.unassigned;
    if (field === 'source_group') return styleOfSourceGroup(value)?.label ?? value;
    const found = this.choicesOf(field).find((each) => isSameValue(each.value, value));
    const label = found?.label ?? value;
    if (label === 'other') return TEXTS.otherValue;
    return field === 'stage' ? stageName(label) : label;
  }
}
