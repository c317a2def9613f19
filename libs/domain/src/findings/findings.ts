import { currency } from '../metrics/engine/cent-sums.js';
import type { Slices } from '../metrics/engine/slices.js';
import { type RecordRef, sortRecords } from '../metrics/records/select-records.js';
import type { Sort } from '../metrics/model/sort.js';
import { sumOf } from '../metrics/explain/weightless.js';
import type { RecordSet } from '../record-set/record-set.js';
import { DEAL_FINDINGS } from './deal-findings.js';
import { UnknownFindingError } from './errors.js';
import { type FindingsQuestion, byMoney, type DataFinding } from './finding.js';
import { NAME_FINDINGS } from './name-findings.js';
import type { Found, RecordFinding } from './record-finding.js';

/** Every finding on records: adding one is adding an entry. */
const RECORD_FINDINGS: readonly RecordFinding[] = [...DEAL_FINDINGS, ...NAME_FINDINGS];

/** Codes of the findings that have records. */
export const FINDING_CODES: readonly string[] = RECORD_FINDINGS.map(({ code }) => code);

/**
 * What stored records show that somebody should look at, most money first; findings without records are absent.
 *
 * @param sets those of the views a master adds up, or the one of a view
 * @see docs/domain.md, sections 2 and 4
 */
export function findings(sets: readonly RecordSet[], question: FindingsQuestion): DataFinding[] {
  return [...eachFinding(sets, question)].sort(byMoney);
}

/** The same in no particular order, one by one: over a million records the caller yields to other work in between. */
export function* eachFinding(sets: readonly RecordSet[], question: FindingsQuestion): Generator<DataFinding> {
  for (const entry of RECORD_FINDINGS) {
    const found = findingOf(entry, sets, question);
    if (found.count > 0) yield found;
  }
}

/**
 * One finding by its code, also when it has no records.
 *
 * @throws UnknownFindingError
 */
export function finding(sets: readonly RecordSet[], code: string, question: FindingsQuestion): DataFinding {
  return findingOf(entryOf(code), sets, question);
}

/**
 * The records of a finding: their money adds up to its value, where it has one.
 *
 * @param sort null for those with most money first
 * @throws UnknownFindingError
 */
export function* recordsOfFinding(
  sets: readonly RecordSet[],
  code: string,
  question: FindingsQuestion,
  sort: Sort | null = null,
): Slices<RecordRef[]> {
  const entry = entryOf(code);
  const byAmount = { by: entry.amount === 'pipe' ? 'pipeline' : 'value', descending: true } as const;
  return yield* sortRecords(sets, entry.find(sets, question).positions, sort ?? byAmount, question);
}

function entryOf(code: string): RecordFinding {
  const entry = RECORD_FINDINGS.find((known) => known.code === code);
  if (entry === undefined) throw new UnknownFindingError(code, FINDING_CODES);
  return entry;
}

function findingOf(
  entry: RecordFinding,
  sets: readonly RecordSet[],
  question: FindingsQuestion,
): DataFinding {
  const { code, title, why, unit } = entry;
  const found = entry.find(sets, question);
  const { count, details } = found;
  return {
    code,
    title,
    why,
    unit,
    count,
    value: valueOf(found, entry, sets, question),
    details,
    opens: 'records',
  };
}

function valueOf(
  { positions }: Found,
  { amount }: RecordFinding,
  sets: readonly RecordSet[],
  question: FindingsQuestion,
): number | null {
  if (amount === null) return null;
  const cents = sets.map((set, at) => sumOf(set, positions[at] ?? new Uint32Array(0), amount, question));
  return currency(cents.reduce((sum, each) => sum + each, 0n));
}
