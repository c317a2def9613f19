import { type Day, daysInMonth, firstOfMonth, isoDay, monthKey } from '../../period/day.js';
import type { Facts } from '../../record-set/facts.js';
import { NO_DAY, type RecordSet } from '../../record-set/record-set.js';
import type { Dimension } from '../model/dimension.js';
import { fillByClass } from './by-class.js';
import type { Found } from './positions.js';
import { dateFieldOf, type WindowName } from '../model/window.js';

/** Key of a group; null for "unassigned". */
export type GroupKey = string | null;

/** What records are grouped by: days are the steps of a short period, and no dimension that is offered. */
export type GroupedBy = Dimension | 'day';

/** The group of each record that a scan found, as an index into the keys. */
export interface Grouping {
  readonly keys: readonly GroupKey[];
  /** By index into what was found. */
  readonly codes: Uint32Array;
}

/** Groups the records that a scan of a window found. */
export function groupingOf(
  set: RecordSet,
  by: GroupedBy,
  window: WindowName,
  found: Found,
  count: number,
): Grouping {
  const positions = found.positions.subarray(0, count);
  switch (by) {
    case 'month':
      return byDate(set.days[dateFieldOf(window)], positions, MONTHS);
    case 'day':
      return byDate(set.days[dateFieldOf(window)], positions, DAYS);
    case 'owner':
    case 'bdr':
    case 'product': {
      const { names, codes } = set.names[by];
      return { keys: names.keys, codes: positions.map((position) => codes[position] ?? 0) };
    }
    default:
      return byFacts(set, FACT_KEYS[by], positions);
  }
}

const FACT_KEYS: Record<'source_group' | 'stage' | 'type_of_deal', (facts: Facts) => GroupKey> = {
  source_group: ({ group }) => group,
  stage: ({ stage }) => stage || null,
  type_of_deal: ({ type }) => type,
};

function byFacts(
  { classes, classOf }: RecordSet,
  keyOf: (facts: Facts) => GroupKey,
  positions: Uint32Array,
): Grouping {
  const codeByKey = new Map<GroupKey, number>();
  const codeOfClass = fillByClass(new Uint16Array(classes.length), classes, (facts) => {
    const key = keyOf(facts);
    const code = codeByKey.get(key) ?? codeByKey.size;
    codeByKey.set(key, code);
    return code;
  });
  const codes = positions.map((position) => codeOfClass[classOf[position] ?? 0] ?? 0);
  return { keys: [...codeByKey.keys()], codes };
}

/** The days that share a group. */
interface Calendar {
  readonly keyOf: (day: Day) => string;
  readonly firstOf: (day: Day) => Day;
  readonly lengthOf: (day: Day) => number;
}

const MONTHS: Calendar = { keyOf: monthKey, firstOf: firstOfMonth, lengthOf: daysInMonth };
const DAYS: Calendar = { keyOf: isoDay, firstOf: (day) => day, lengthOf: () => 1 };

/** Code 0 is no date; the others are given group by group, as days of one turn up. */
function byDate(days: Int32Array, positions: Uint32Array, { keyOf, firstOf, lengthOf }: Calendar): Grouping {
  const keys: GroupKey[] = [null];
  const [first, last] = datedRange(days, positions);
  const codeOfDay = new Uint32Array(Math.max(0, last - first + 1));
  const newGroup = (day: Day): number => {
    const code = keys.push(keyOf(day)) - 1;
    const start = firstOf(day) - first;
    codeOfDay.fill(code, Math.max(0, start), start + lengthOf(day));
    return code;
  };
  const codes = positions.map((position) => {
    const day = days[position] ?? NO_DAY;
    if (day === NO_DAY) return 0;
    const code = codeOfDay[day - first] ?? 0;
    return code === 0 ? newGroup(day) : code;
  });
  return { keys, codes };
}

/** The first and the last day of some records; the first is after the last when none has a date. */
function datedRange(days: Int32Array, positions: Uint32Array): [Day, Day] {
  let first = NO_DAY;
  let last = -NO_DAY;
  for (const position of positions) {
    const day = days[position] ?? NO_DAY;
    if (day === NO_DAY) continue;
    if (day < first) first = day;
    if (day > last) last = day;
  }
  return [first, last];
}
