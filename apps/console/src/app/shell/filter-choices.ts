import type { FilterValue } from '@app/domain/metrics';
import type { FilterField } from '@app/domain/filters';
import { fold } from '@app/domain/normalise';
import { isSameValue } from '../session/deal-filters';

/** A value that can be ticked. */
interface FilterChoice {
  value: string;
  label: string;
  hint: string;
  isChosen: boolean;
}

/** How values are written. */
interface Words {
  /** How people read one. */
  nameOf: (value: string) => string;
  /** What is said beside one; may be empty. */
  hintOf: (value: string) => string;
}

/**
 * What a filter offers: what is chosen but not in the data first, so that it can be taken away, then oneself, then the
 * others in their order, people by their name, unassigned last.
 */
export function choicesOf(
  field: FilterField,
  {
    values,
    chosen,
    mine,
  }: { values: readonly FilterValue[]; chosen: readonly string[]; mine: string | null },
  { nameOf, hintOf }: Words,
): FilterChoice[] {
  const unknown = chosen.filter((value) => !values.some((each) => isSameValue(each.value, value)));
  const known = values.map(({ value }) => value);
  const first = mine !== null ? [mine] : [];
  const rest = known.filter((value) => !first.includes(value) && value !== '');
  if (BY_NAME.has(field)) rest.sort((one, other) => nameOf(one).localeCompare(nameOf(other)));
  return [...unknown, ...first, ...rest, ...known.filter((value) => value === '')].map((value) => ({
    value,
    label: nameOf(value),
    hint: hintOf(value),
    isChosen: chosen.some((each) => isSameValue(each, value)),
  }));
}

/** The choices whose label contains what was typed, regardless of accents, case and spaces. */
export function matchingChoices(choices: readonly FilterChoice[], typed: string): FilterChoice[] {
  const wanted = fold(typed);
  return choices.filter(({ label }) => fold(label).includes(wanted));
}

/** The chosen values with one more, or without it where it was chosen. */
export function toggled(chosen: readonly string[], value: string): string[] {
  const others = chosen.filter((each) => !isSameValue(each, value));
  return others.length === chosen.length ? [...chosen, value] : others;
}

const BY_NAME: ReadonlySet<FilterField> = new Set(['owner', 'bdr', 'product']);
