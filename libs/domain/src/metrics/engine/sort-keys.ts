import { DEAL_TYPES, RELEVANCES, SHOW_NOSHOW, SOURCES, STAGES } from '../../normalise/vocabularies.js';
import { SOURCE_GROUPS } from '../../normalise/categories.js';
import type { Facts } from '../../record-set/facts.js';
import { perRecordSets } from '../../record-set/per-record-set.js';
import { type NameField, NO_DAY, type RecordSet } from '../../record-set/record-set.js';
import type { Question } from '../model/question.js';
import type { SortField } from '../model/sort.js';
import { AmountColumns, weightsOf } from './amount-columns.js';
import { fillByClass } from './by-class.js';
import { rangesOf, type Slices } from './slices.js';
import { sortedTexts } from './sorted-texts.js';

/** A number by which a record is sorted; NaN when it has nothing there. */
export type SortKey = (position: number) => number;

/** How each set's records are sorted by a field; the numbers are comparable across the sets. */
export function* sortKeysOf(
  sets: readonly RecordSet[],
  by: SortField,
  question: Pick<Question, 'asOf' | 'weights'>,
): Slices<SortKey[]> {
  switch (by) {
    case 'client':
      return yield* byText(sets, by, (set) => ({
        texts: set.clients,
        codeAt: (position) => set.clientOf[position] ?? 0,
      }));
    case 'owner':
    case 'bdr':
    case 'product':
      return yield* byText(sets, by, ({ names }) => ({
        texts: names[by].names.keys,
        codeAt: (position) => names[by].codes[position] ?? 0,
      }));
    case 'stage':
    case 'relevance':
    case 'show_noshow':
    case 'type_of_deal':
    case 'type_of_source':
    case 'source_group':
      return sets.map((set) => byFacts(set, FACT_RANKS[by]));
    default:
      return sets.map((set) => byNumber(set, by, question));
  }
}

type NumberField = Extract<
  SortField,
  | `${string}_date`
  | 'billing_start'
  | `expected_${string}`
  | 'pipeline'
  | 'value'
  | 'age'
  | 'weight'
  | 'weighted'
>;

function byNumber(set: RecordSet, by: NumberField, question: Pick<Question, 'asOf' | 'weights'>): SortKey {
  switch (by) {
    case 'discovery_date':
    case 'poa_date':
    case 'billing_start':
      return (position) => dated(set.days[by][position]);
    case 'expected_mrr':
    case 'expected_arr':
    case 'pipeline':
    case 'value':
      return (position) => set.cents[by][position] ?? Number.NaN;
    case 'age':
      return (position) => Math.max(0, question.asOf - (set.days.discovery_date[position] ?? NO_DAY));
    case 'weight':
      return weightsOf(set, question.weights, question.asOf);
    case 'weighted': {
      const column = new AmountColumns(set, question).of('weighted');
      return (position) => column[position] ?? Number.NaN;
    }
  }
}

const dated = (day: number | undefined) => (day === undefined || day === NO_DAY ? Number.NaN : day);

interface Texts {
  readonly texts: readonly (string | null)[];
  readonly codeAt: (position: number) => number;
}

type TextField = 'client' | NameField;

function* byText(
  sets: readonly RecordSet[],
  by: TextField,
  textsOf: (set: RecordSet) => Texts,
): Slices<SortKey[]> {
  const columns = sets.map(textsOf);
  const known = ranksOf(sets);
  const ranks = known.get(by) ?? (yield* rankTexts(columns));
  known.set(by, ranks);
  return columns.map(({ codeAt }, at) => {
    const rankByCode = ranks[at];
    return (position) => rankByCode?.[codeAt(position)] ?? Number.NaN;
  });
}

/** Ordering hundreds of thousands of names takes longer than sorting by it: it is done once for the same sets. */
const ranksOf = perRecordSets(() => new Map<TextField, readonly Float64Array[]>());

/** By set, then by code: the place of a text among those of all sets. */
function* rankTexts(columns: readonly Texts[]): Slices<Float64Array[]> {
  const sorted = yield* sortedTexts([...(yield* distinctIn(columns))]);
  const ranks = new Map<string | null, number>();
  for (const [from, to] of rangesOf(sorted.length)) {
    for (let rank = from; rank < to; rank += 1) ranks.set(sorted[rank] ?? '', rank);
    yield;
  }
  const byCode: Float64Array[] = [];
  for (const { texts } of columns) byCode.push(yield* ranked(texts, ranks));
  return byCode;
}

function* distinctIn(columns: readonly Texts[]): Slices<Set<string>> {
  const distinct = new Set<string>();
  for (const { texts } of columns) {
    for (const [from, to] of rangesOf(texts.length)) {
      for (const text of texts.slice(from, to)) if (text !== null && text !== '') distinct.add(text);
      yield;
    }
  }
  return distinct;
}

function* ranked(
  texts: readonly (string | null)[],
  ranks: ReadonlyMap<string | null, number>,
): Slices<Float64Array> {
  const byCode = new Float64Array(texts.length);
  for (const [from, to] of rangesOf(texts.length)) {
    for (let code = from; code < to; code += 1) byCode[code] = ranks.get(texts[code] ?? null) ?? Number.NaN;
    yield;
  }
  return byCode;
}

function byFacts({ classes, classOf }: RecordSet, rank: (facts: Facts) => number): SortKey {
  const ranks = fillByClass(new Float64Array(classes.length), classes, rank);
  return (position) => ranks[classOf[position] ?? 0] ?? Number.NaN;
}

/** Classified fields sort as the documentation lists their values, unknown ones after them. */
const rankIn =
  (values: readonly string[], textOf: (facts: Facts) => string | null) =>
  (facts: Facts): number => {
    const text = textOf(facts);
    if (text === null || text === '') return Number.NaN;
    const rank = values.indexOf(text);
    return rank < 0 ? values.length : rank;
  };

const FACT_RANKS = {
  stage: rankIn(STAGES.values, ({ stage }) => stage),
  relevance: rankIn(RELEVANCES.values, ({ relevance }) => relevance),
  show_noshow: rankIn(SHOW_NOSHOW.values, ({ show }) => show),
  type_of_deal: rankIn(DEAL_TYPES.values, ({ type }) => type),
  type_of_source: rankIn(SOURCES.values, ({ source }) => source),
  source_group: rankIn(SOURCE_GROUPS, ({ group }) => group),
};
