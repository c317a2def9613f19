import { type Deal } from '../deal/deal.js';
import { dealValue, toCents } from '../normalise/index.js';
import { placesOf } from './finding-list.js';
import type { FindingCount, FindingList } from './sheet.js';

/** What the money of a row is read from. */
export type ValuedRow = Pick<Deal, 'expected_arr' | 'pipeline'> & {
  /** Row of the sheet; its first line is 1. */
  readonly row: number;
};

interface Group {
  readonly count: FindingCount;
  cents: number | null;
  /** Row of its latest finding: findings of a row follow each other. */
  row: number | null;
}

/**
 * How many findings there are of each kind in each column, by kind, then by column, those of no column first; and what
 * the deals are worth in whose rows they are, or the amounts that they are about.
 *
 * @param findings in the order of the sheet
 * @param rows the rows with a deal, in any order
 * @see docs/domain.md, section 9
 */
export function countFindings(findings: FindingList, rows: readonly ValuedRow[] = []): FindingCount[] {
  const groups = new Map<string, Group>();
  let centsOf: Float64Array | null = null;
  for (const { code, column, row, count = null, sum = null } of placesOf(findings)) {
    const key = `${code} ${column ?? ''}`;
    const group = groups.get(key) ?? {
      count: { code, column, count: 0, amounts: null, value: null },
      cents: null,
      row: null,
    };
    groups.set(key, group);
    group.count.count++;
    if (count !== null) group.count.amounts = (group.count.amounts ?? 0) + count;
    if (row !== null) centsOf ??= centsByRow(rows);
    const counted = row !== null && row === group.row;
    const touched = row === null ? centsOfSum(sum) : centsOf?.[row];
    const cents = counted ? Number.NaN : (touched ?? Number.NaN);
    if (!Number.isNaN(cents)) group.cents = (group.cents ?? 0) + cents;
    group.row = row;
  }
  return [...groups].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, group]) => valued(group));
}

/** Those first that touch most money, then those of most findings. */
export const mostMoneyFirst = (one: FindingCount, other: FindingCount): number =>
  Math.abs(other.value ?? 0) - Math.abs(one.value ?? 0) || other.count - one.count;

/* A sum may be more than an amount can be. */
const centsOfSum = (sum: number | null) => (sum === null ? Number.NaN : Math.round(sum * 100));

const valued = ({ count, cents }: Group): FindingCount => ({
  ...count,
  value: cents === null ? null : cents / 100,
});

/** Of each row of a sheet the cents of its deal value; not a number where it has none. */
function centsByRow(rows: readonly ValuedRow[]): Float64Array {
  const last = rows.reduce((most, { row }) => Math.max(most, row), 0);
  const cents = new Float64Array(last + 1).fill(Number.NaN);
  for (const row of rows) cents[row.row] = toCents(dealValue(row) ?? Number.NaN) ?? Number.NaN;
  return cents;
}
