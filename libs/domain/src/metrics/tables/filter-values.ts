import { SOURCE_GROUPS } from '../../normalise/categories.js';
import { DEAL_TYPES, RELEVANCES, STAGES } from '../../normalise/vocabularies.js';
import type { WholeNumber } from '../../number/whole-number.js';
import type { Facts } from '../../record-set/facts.js';
import { type Names, shownSpellings } from '../../record-set/names.js';
import { perRecordSets } from '../../record-set/per-record-set.js';
import type { NameField, RecordSet } from '../../record-set/record-set.js';
import { FILTER_FIELDS, type FilterField } from '../../filters/filters.js';
import { UNASSIGNED } from './group-labels.js';

/** A value that records can be filtered by. */
export interface FilterValue {
  /** What the filter takes: a name folded, a stage, a group; empty for unassigned. */
  readonly value: string;
  /** Name as the data spells it. */
  readonly label: string;
  /** How many records have it, whatever their dates. */
  readonly deals: WholeNumber;
}

/** The values that occur, by field. */
export interface FilterValues extends Readonly<Record<FilterField, readonly FilterValue[]>> {
  /** Account executives. */
  readonly owner: readonly FilterValue[];
  /** BDRs. */
  readonly bdr: readonly FilterValue[];
  /** Source groups. */
  readonly source_group: readonly FilterValue[];
  /** Stages. */
  readonly stage: readonly FilterValue[];
  /** Products. */
  readonly product: readonly FilterValue[];
  /** Types of deal. */
  readonly type_of_deal: readonly FilterValue[];
  /** Relevances. */
  readonly relevance: readonly FilterValue[];
}

/**
 * What records of some sets can be filtered by: people and products by name, others in the order of their vocabulary;
 * unknown values as `other`, unassigned last. The records of each field's values add up to all records.
 *
 * @see docs/domain.md, section 5
 */
export const filterValues = perRecordSets(
  (sets): FilterValues =>
    Object.fromEntries(
      FILTER_FIELDS.map((field) => [field, valuesOf(sets, field)]),
    ) as unknown as FilterValues,
);

function valuesOf(sets: readonly RecordSet[], field: FilterField): FilterValue[] {
  const isNamed = isNameField(field);
  const counts = new Map<string, number>();
  for (const set of sets) {
    if (isNamed) countNames(counts, set, field);
    else countFacts(counts, set, FACTS[field].of);
  }
  const labels = isNamed
    ? shownSpellings(sets.map(({ names }): Names => names[field].names))
    : new Map<string, string>();
  const rank = rankIn(isNamed ? [] : FACTS[field].values);
  return [...counts]
    .map(([value, deals]) => ({ value, label: labels.get(value) ?? (value || UNASSIGNED), deals }))
    .sort((one, other) => rank(one) - rank(other) || compare(one.value, other.value));
}

function countNames(counts: Map<string, number>, set: RecordSet, field: NameField): void {
  const { names, codes } = set.names[field];
  const found = new Uint32Array(names.keys.length);
  for (const code of codes) found[code] = (found[code] ?? 0) + 1;
  found.forEach((count, code) => add(counts, names.keys[code] ?? '', count));
}

function countFacts(counts: Map<string, number>, set: RecordSet, of: (facts: Facts) => string): void {
  const found = new Uint32Array(set.classes.length);
  for (const code of set.classOf) found[code] = (found[code] ?? 0) + 1;
  set.classes.forEach((facts, code) => add(counts, of(facts), found[code] ?? 0));
}

function add(counts: Map<string, number>, value: string, count: number): void {
  if (count > 0) counts.set(value, (counts.get(value) ?? 0) + count);
}

/** Known values by their place, then the others, unassigned last. */
const rankIn = (values: readonly string[]) => {
  const places = new Map(values.map((value, at) => [value, at]));
  return ({ value }: FilterValue) =>
    value === '' ? values.length + 1 : (places.get(value) ?? values.length);
};

const compare = (one: string, other: string) => (one < other ? -1 : Number(one > other));

/** Fields whose values are facts of a record, and the values in their order. */
const FACTS = {
  stage: { values: STAGES.values, of: ({ stage }: Facts) => stage },
  type_of_deal: { values: DEAL_TYPES.values, of: ({ type }: Facts) => type ?? '' },
  relevance: { values: RELEVANCES.values, of: ({ relevance }: Facts) => relevance ?? '' },
  source_group: { values: SOURCE_GROUPS, of: ({ group }: Facts): string => group },
} as const;

const isNameField = (field: FilterField): field is NameField =>
  field === 'owner' || field === 'bdr' || field === 'product';
