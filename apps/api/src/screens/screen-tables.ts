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
  ...new Set(['months', ...SCREENS.flatMap(({ tables }) => Object.keys(tables)), 'revenue_by_month']),
];

/** The tables of a screen, by the names they have in its answer: `months`, those of its entry, revenue by month. */
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
  return new Map([['months', numbers.months], ...own, ...revenueOf(numbers)]);
}

/** Revenue by month is a list of months in the answer, and a table in a file. */
function revenueOf(numbers: ScreenNumbers): [string, MetricTable][] {
  return 'revenue_by_month' in numbers
    ? [
        [
          'revenue_by_month',
          revenueTable((numbers as ScreenNumbers<'dashboard'>).revenue_by_month, numbers.metrics),
        ],
      ]
    : [];
}
