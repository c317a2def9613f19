import {
  type MetricTable,
  screenNamed,
  SCREENS,
  type ScreenName,
  type ScreenNumbers,
  screenNumbers,
} from '@app/domain';
import type { Snapshot } from '../questions/answers.service.js';
import { revenueTable } from './revenue-table.js';
import type { ScreenInput } from '../questions/screen-parameters.js';

/** Names of the tables of all screens, such as for the document. */
export const TABLE_NAMES: readonly string[] = [
  ...new Set([
    'months',
    'trend',
    ...SCREENS.flatMap(({ tables }) => Object.keys(tables)),
    'revenue_by_month',
    'revenue_trend',
  ]),
];

/**
 * The tables of a screen, by the names they have in its answer: `months` and `trend`, those of its entry, revenue. What
 * has steps of the period, days, weeks or months, has them here for any period.
 */
export function tablesOf(
  name: ScreenName,
  { sets, targets }: Snapshot,
  { question, goals }: ScreenInput,
): ReadonlyMap<string, MetricTable> {
  const numbers = screenNumbers(name, sets, question, { targets, goals });
  const named = numbers as ScreenNumbers & Readonly<Record<string, MetricTable>>;
  const own = Object.keys(screenNamed(name).tables).flatMap((table): [string, MetricTable][] => {
    const found = named[table];
    return found ? [[table, found]] : [];
  });
  const { months, trend } = numbers;
  return new Map([['months', months], ['trend', trend?.table ?? months], ...own, ...revenueOf(numbers)]);
}

/** Revenue is a list of months, days or weeks in the answer, and a table in a file. */
function revenueOf(numbers: ScreenNumbers): [string, MetricTable][] {
  if (!('revenue_by_month' in numbers)) return [];
  const { revenue_by_month, revenue_trend, trend, metrics } = numbers as ScreenNumbers<'dashboard'>;
  const months = revenue_by_month.map(({ month, ...amounts }) => ({ key: month, ...amounts }));
  const byMonth = revenueTable('month', months, metrics);
  const labels = trend?.table.rows.map(({ label }) => label);
  const byStep = trend && revenue_trend && revenueTable(trend.grain, revenue_trend, metrics, labels);
  return [
    ['revenue_by_month', byMonth],
    ['revenue_trend', byStep ?? byMonth],
  ];
}
