import {
  dashboard,
  dealsPipeline,
  meetingsAttended,
  meetingsGeneration,
  type MetricTable,
  projections,
  upsellRenew,
} from '@app/domain';
import type { Snapshot } from '../questions/answers.service.js';
import { revenueTable } from './revenue-table.js';
import type { ScreenName, ScreenInput } from '../questions/screen-question.js';

/** The numbers of each screen, by its name: days and places where an answer has dates and deals. */
export const SCREEN_NUMBERS = {
  dashboard: ({ sets, targets }: Snapshot, { asked }: ScreenInput) => dashboard(sets, asked, targets),
  'meetings-generation': ({ sets, targets }: Snapshot, { asked, goals }: ScreenInput) =>
    meetingsGeneration(sets, asked, targets, goals),
  'meetings-attended': ({ sets, targets }: Snapshot, { asked }: ScreenInput) =>
    meetingsAttended(sets, asked, targets),
  'upsell-renew': ({ sets, targets }: Snapshot, { asked }: ScreenInput) => upsellRenew(sets, asked, targets),
  'deals-pipeline': ({ sets, targets }: Snapshot, { asked }: ScreenInput) =>
    dealsPipeline(sets, asked, targets),
  projections: ({ sets, targets }: Snapshot, { asked }: ScreenInput) => projections(sets, asked, targets),
} as const satisfies Record<ScreenName, (snapshot: Snapshot, question: ScreenInput) => object>;

/** The tables of a screen, by the names they have in its answer. */
export function tablesOf(
  name: ScreenName,
  snapshot: Snapshot,
  question: ScreenInput,
): ReadonlyMap<string, MetricTable> {
  const numbers = SCREEN_NUMBERS[name](snapshot, question);
  const tables = Object.entries(numbers).filter((entry): entry is [string, MetricTable] => isTable(entry[1]));
  return new Map(
    'revenue_by_month' in numbers
      ? [...tables, ['revenue_by_month', revenueTable(numbers.revenue_by_month, numbers.metrics)]]
      : tables,
  );
}

const isTable = (value: unknown): value is MetricTable =>
  typeof value === 'object' && value !== null && 'columns' in value && 'rows' in value;
