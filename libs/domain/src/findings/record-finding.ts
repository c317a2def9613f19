import type { Predicate } from '../metrics/model/metric.js';
import { matching } from '../metrics/engine/positions.js';
import { EVERY_RECORD, type Window } from '../metrics/model/window.js';
import type { RecordSet } from '../record-set/record-set.js';
import type { FindingsQuestion, DataFinding } from './finding.js';

/** Records that a finding is about, and what is said of them as a whole. */
export interface Found {
  /** One list for each set, in the order of the sets; ascending. */
  readonly positions: readonly Uint32Array[];
  readonly count: number;
  readonly details: readonly string[];
}

/** One entry of the list of findings: which records it is about, and which of their money. */
export interface RecordFinding extends Pick<DataFinding, 'code' | 'title' | 'why' | 'unit'> {
  /**
   * What its value is the sum of: deal value, or pipe where only pipe counts in the number it touches. Null where a
   * correction moves no money.
   */
  readonly amount: 'value' | 'pipe' | null;
  readonly find: (sets: readonly RecordSet[], question: FindingsQuestion) => Found;
}

/** Whether the record at a position matches. */
export type Holds = (position: number) => boolean;

/** Which deals match: by facts, by a range of dates, and by what only the record itself says. */
export interface DealCriteria {
  readonly where: Predicate;
  readonly window?: (question: FindingsQuestion) => Window;
  readonly holds?: (set: RecordSet, question: FindingsQuestion) => Holds;
}

/** A finding about single deals. It may be about several groups of deals, which must not overlap. */
export function aboutDeals(
  entry: Omit<RecordFinding, 'unit' | 'find' | 'amount'> & Partial<Pick<RecordFinding, 'amount'>>,
  ...groups: readonly DealCriteria[]
): RecordFinding {
  const find = (sets: readonly RecordSet[], question: FindingsQuestion): Found => {
    const positions = sets.map((set) =>
      merged(groups.map((criteria) => matchingDeals(set, criteria, question))),
    );
    return { positions, count: lengthOf(positions), details: [] };
  };
  return { amount: 'value', ...entry, unit: 'deals', find };
}

/** Positions in a set, ascending, under the filters of the question. */
export function matchingDeals(
  set: RecordSet,
  { where, window, holds }: DealCriteria,
  question: FindingsQuestion,
): Uint32Array {
  const found = matching(set, window?.(question) ?? EVERY_RECORD, where, question.filters);
  return holds === undefined ? found : onlyThose(found, holds(set, question));
}

/**
 * A plain loop: `filter` of a typed array takes several times as long. Each position is written, and the next one
 * overwrites it unless it matched, as in a scan. The array of positions is reused for the result.
 */
function onlyThose(positions: Uint32Array, holds: Holds): Uint32Array {
  let count = 0;
  for (const position of positions) {
    positions[count] = position;
    count += Number(holds(position));
  }
  return positions.subarray(0, count);
}

/** How many positions some lists have together. */
const lengthOf = (positions: readonly Uint32Array[]): number =>
  positions.reduce((length, list) => length + list.length, 0);

function merged(lists: readonly Uint32Array[]): Uint32Array {
  const [only, ...others] = lists;
  if (only !== undefined && others.length === 0) return only;
  const all = new Uint32Array(lengthOf(lists));
  let count = 0;
  for (const list of lists) {
    all.set(list, count);
    count += list.length;
  }
  return all.sort();
}
