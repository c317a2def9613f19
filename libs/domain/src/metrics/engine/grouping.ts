import { type Day, monthKey } from '../../period/day.js';
import type { Facts } from '../../record-set/facts.js';
import { type DateField, NO_DAY, type RecordSet } from '../../record-set/record-set.js';
import type { Asked } from '../asked.js';
import type { Dimension } from '../dimension.js';
import type { CountedMetric } from '../catalogue/metric.js';
import { AmountColumns } from './amount-columns.js';
import { CentSums } from './cent-sums.js';
import { positionsOf } from './positions.js';
import { added, NO_TALLY, type Tally } from './tally.js';
import { dateFieldOf } from './window.js';

/** Key of a group; null for "unassigned". */
export type GroupKey = string | null;

/** The group of each of some records, as a code; several codes may share a key. */
interface Grouping {
  readonly keys: readonly GroupKey[];
  /** By index into the positions that were asked about. */
  readonly codes: Uint32Array;
}

/**
 * What a counted metric comes to in each group that has records.
 *
 * @returns tallies by key, over all sets
 */
export function groupTallies(
  sets: readonly RecordSet[],
  metric: CountedMetric,
  by: Dimension,
  asked: Asked,
): Map<GroupKey, Tally> {
  const groups = new Map<GroupKey, Tally>();
  for (const set of sets) {
    const positions = positionsOf(set, metric, asked);
    const grouping = groupingOf(set, positions, by, dateFieldOf(metric.window));
    const column = metric.amount === null ? null : new AmountColumns(set, asked).of(metric.amount);
    for (const [key, tally] of tallyGroups(grouping, positions, column, set.isHuge))
      groups.set(key, added(groups.get(key) ?? NO_TALLY, tally));
  }
  return groups;
}

function tallyGroups(
  { keys, codes }: Grouping,
  positions: Uint32Array,
  column: Float64Array | null,
  isHuge: boolean,
): [GroupKey, Tally][] {
  const counts = new Uint32Array(keys.length);
  const sums = new CentSums(keys.length, isHuge);
  codes.forEach((code, at) => {
    counts[code] = (counts[code] ?? 0) + 1;
    if (column !== null) sums.add(code, column[positions[at] ?? 0] ?? 0);
  });
  return keys.flatMap((key, code) => {
    const count = counts[code] ?? 0;
    return count === 0 ? [] : [[key, { count, cents: sums.at(code) }]];
  });
}

function groupingOf(set: RecordSet, positions: Uint32Array, by: Dimension, field: DateField): Grouping {
  switch (by) {
    case 'month':
      return byMonth(set.days[field], positions);
    case 'owner':
    case 'bdr':
    case 'product': {
      const { names, codes } = set.names[by];
      return { keys: names.keys, codes: positions.map((position) => codes[position] ?? 0) };
    }
    default: {
      const { classes, classOf } = set;
      return { keys: classes.map(FACT_KEYS[by]), codes: positions.map((position) => classOf[position] ?? 0) };
    }
  }
}

const FACT_KEYS: Record<'source_group' | 'stage' | 'type_of_deal', (facts: Facts) => GroupKey> = {
  source_group: ({ group }) => group,
  stage: ({ stage }) => stage || null,
  type_of_deal: ({ type }) => type,
};

function byMonth(days: Int32Array, positions: Uint32Array): Grouping {
  const keys: GroupKey[] = [];
  const codeByKey = new Map<GroupKey, number>();
  const codeByDay = new Map<Day, number>();
  const codeOf = (day: Day): number => {
    const key = day === NO_DAY ? null : monthKey(day);
    let code = codeByKey.get(key);
    if (code === undefined) codeByKey.set(key, (code = keys.push(key) - 1));
    codeByDay.set(day, code);
    return code;
  };
  const codes = positions.map((position) => {
    const day = days[position] ?? NO_DAY;
    return codeByDay.get(day) ?? codeOf(day);
  });
  return { keys, codes };
}
