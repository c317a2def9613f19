import { shownSpellings } from '../../record-set/names.js';
import { type NameField, NO_DAY, type RecordSet } from '../../record-set/record-set.js';
import { ageOf, weightOf } from '../../weighting/weight-of.js';
import { tenThousandths, weightedCents } from '../../weighting/weighted-cents.js';
import type { Question } from '../model/question.js';

/** What is computed of one record. */
export interface RecordAmounts {
  /** Deal value, currency; null without ARR and pipe. */
  readonly value: number | null;
  /** Whole days since discovery. */
  readonly age: number;
  /** 0 to 1. */
  readonly weight: number;
  /** Pipe x weight, currency, to the cent; null without pipe. */
  readonly weighted: number | null;
  readonly source_group: string;
}

/**
 * Deal value, age, weight and weighted amount of the record at a position.
 *
 * @throws RangeError when the set has no such position
 * @see docs/domain.md, sections 1 and 4
 */
export function recordAmounts(
  set: RecordSet,
  position: number,
  { asOf, weights }: Pick<Question, 'asOf' | 'weights'>,
): RecordAmounts {
  const facts = set.classes[set.classOf[position] ?? -1];
  if (facts === undefined) throw new RangeError(`The set has ${set.size} records and none at ${position}.`);
  const discovery = set.days.discovery_date[position] ?? NO_DAY;
  const age = ageOf(discovery === NO_DAY ? null : discovery, asOf);
  const weight = weightOf(weights, facts.stage, facts.source, age);
  const pipe = set.cents.pipeline[position] ?? Number.NaN;
  const weighted = Number.isNaN(pipe) ? pipe : weightedCents(pipe, tenThousandths(weight));
  return {
    value: money(set.cents.value[position] ?? Number.NaN),
    age,
    weight,
    weighted: money(weighted),
    source_group: facts.group,
  };
}

/**
 * How the people or products of some sets are shown: the most frequent spelling over all of them.
 *
 * @returns the name at a position of one of the sets; null for none
 * @see docs/domain.md, section 2
 */
export function shownNames(
  sets: readonly RecordSet[],
  field: NameField,
): (set: RecordSet, position: number) => string | null {
  const shown = shownSpellings(sets.map(({ names }) => names[field].names));
  return (set, position) => {
    const { names, codes } = set.names[field];
    const key = names.keys[codes[position] ?? 0] ?? null;
    return key === null ? null : (shown.get(key) ?? key);
  };
}

const money = (cents: number) => (Number.isNaN(cents) ? null : cents / 100);
