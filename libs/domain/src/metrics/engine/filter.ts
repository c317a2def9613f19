import { fold } from '../../normalise/fold.js';
import type { Facts } from '../../record-set/facts.js';
import type { Codes, NameColumn, RecordSet } from '../../record-set/record-set.js';
import type { Filters } from '../../filters/filters.js';
import { fillByClass } from './by-class.js';
import { WANTED } from './filter-terms.js';

/** Which codes of a column pass: 1 at their index. */
interface Check {
  readonly codes: Codes;
  readonly passes: Uint8Array;
}

/** Whether the filters keep the record at a position. */
export type Keeps = (position: number) => boolean;

/**
 * What some filters keep of a set; null when they keep everything.
 *
 * @see docs/domain.md, section 5
 */
export function filterOf(set: RecordSet, filters: Filters): Keeps | null {
  const checks = checksOf(set, filters);
  const [only] = checks;
  if (only === undefined) return null;
  if (checks.length === 1) return (position) => only.passes[only.codes[position] ?? 0] === 1;
  return (position) => checks.every(({ codes, passes }) => passes[codes[position] ?? 0] === 1);
}

function checksOf(set: RecordSet, filters: Filters): Check[] {
  const checks: Check[] = [];
  for (const field of ['owner', 'bdr', 'product'] as const) {
    if (filters[field]?.length) checks.push(namesCheck(set.names[field], filters[field]));
  }
  const classChecks = CLASS_FIELDS.flatMap(({ field, ofFacts }) => {
    const values = filters[field];
    return values?.length ? [{ wanted: new Set(values.map(WANTED[field])), ofFacts }] : [];
  });
  if (classChecks.length === 0) return checks;
  const keeps = (facts: Facts) => classChecks.every(({ wanted, ofFacts }) => wanted.has(ofFacts(facts)));
  return [...checks, { codes: set.classOf, passes: classesThat(set, keeps) }];
}

const classesThat = ({ classes }: RecordSet, keep: (facts: Facts) => boolean) =>
  fillByClass(new Uint8Array(classes.length), classes, (facts) => Number(keep(facts)));

function namesCheck({ names, codes }: NameColumn, values: readonly string[]): Check {
  const wanted = new Set(values.map(fold));
  return { codes, passes: Uint8Array.from(names.keys, (key) => Number(wanted.has(key ?? ''))) };
}

/** Fields whose values are facts: what of a record's facts is compared with the wanted values. */
const CLASS_FIELDS = [
  { field: 'stage', ofFacts: ({ stage }: Facts) => fold(stage) },
  { field: 'type_of_deal', ofFacts: ({ type }: Facts) => fold(type ?? '') },
  { field: 'relevance', ofFacts: ({ relevance }: Facts) => fold(relevance ?? '') },
  { field: 'source_group', ofFacts: ({ group }: Facts): string => group },
] as const;
