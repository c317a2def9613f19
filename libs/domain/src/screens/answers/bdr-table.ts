import { fold } from '../../normalise/fold.js';
import { monthsInPeriod } from '../../period/months-in-period.js';
import type { RecordSet } from '../../record-set/record-set.js';
import type { BdrGoals } from '../../settings/bdr-goals.js';
import type { Question } from '../../metrics/model/question.js';
import { isFiltered } from '../../filters/filters.js';
import { type MetricTable, metricTable, type TableRow } from '../../metrics/tables/metric-table.js';
import { divide } from '../../metrics/model/divide.js';
import { withColumn } from '../../metrics/tables/computed-column.js';

/**
 * BDR performance: meetings, relevant ones and their rate, the goal over the period and how far it is reached. Meetings
 * without a BDR have no goal, and under any record filter there is none. The total of the goals is that of those shown.
 *
 * @param ofPerson on the page of a person, who is picked by a filter by BDR and has all their meetings under it: the goal
 * is theirs
 * @see docs/domain.md, sections 3 and 5
 */
export function bdrTable(
  sets: readonly RecordSet[],
  question: Question,
  goals: BdrGoals,
  ofPerson = false,
): MetricTable {
  const columns = ['meetings.total', 'meetings.relevant', 'relevance.rate'] as const;
  const table = metricTable(sets, { by: 'bdr', columns }, question);
  const { bdr: _, ...others } = question.filters;
  const isNarrowed = isFiltered(ofPerson ? others : question.filters);
  const goalOf = isNarrowed ? () => null : goalsOver(question, goals);
  const shown = table.rows.map(goalOf).filter((goal) => goal !== null);
  const total = shown.length === 0 ? null : shown.reduce((sum, goal) => sum + goal, 0);
  const withGoal = withColumn(table, { id: 'goal', label: 'Goal', unit: 'count', valueOf: goalOf, total });
  return withColumn(withGoal, {
    id: 'progress',
    label: 'Progress',
    unit: 'ratio',
    valueOf: (row) => divide(row.values[0] ?? null, goalOf(row)),
    total: divide(table.totals[0] ?? null, total),
  });
}

function goalsOver(question: Question, goals: BdrGoals): (row: TableRow) => number | null {
  const months = monthsInPeriod(question.period);
  const own = new Map(Object.entries(goals.people).map(([name, goal]) => [fold(name), goal]));
  return ({ key }) => (key === null ? null : (own.get(key) ?? goals.default) * months);
}
