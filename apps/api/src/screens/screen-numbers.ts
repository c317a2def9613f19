import {
  dashboard,
  dealsPipeline,
  meetingsAttended,
  meetingsGeneration,
  type MetricTable,
  projections,
  upsellRenew,
} from '@app/domain';
import type { Ground } from '../questions/answers.service.js';
import { revenueTable } from './revenue-table.js';
import type { ScreenName, ScreenQuestion } from '../questions/screen-question.js';

/** The numbers of each screen, by its name: days and places where an answer has dates and deals. */
export const SCREEN_NUMBERS = {
  dashboard: ({ sets, targets }: Ground, { asked }: ScreenQuestion) => dashboard(sets, asked, targets),
  'meetings-generation': ({ sets, targets }: Ground, { asked, goals }: ScreenQuestion) =>
    meetingsGeneration(sets, asked, targets, goals),
  'meetings-attended': ({ sets, targets }: Ground, { asked }: ScreenQuestion) =>
    meetingsAttended(sets, asked, targets),
  'upsell-renew': ({ sets, targets }: Ground, { asked }: ScreenQuestion) => upsellRenew(sets, asked, targets),
  'deals-pipeline': ({ sets, targets }: Ground, { asked }: ScreenQuestion) =>
    dealsPipeline(sets, asked, targets),
  projections: ({ sets, targets }: Ground, { asked }: ScreenQuestion) => projections(sets, asked, targets),
} as const satisfies Record<ScreenName, (ground: Ground, question: ScreenQuestion) => object>;

/** The tables of a screen, by the names they have in its answer. */
export function tablesOf(
  name: ScreenName,
  ground: Ground,
  question: ScreenQuestion,
): ReadonlyMap<string, MetricTable> {
  const numbers = SCREEN_NUMBERS[name](ground, question);
  const tables = Object.entries(numbers).filter((entry): entry is [string, MetricTable] => isTable(entry[1]));
  return new Map(
    'revenue_by_month' in numbers
      ? [...tables, ['revenue_by_month', revenueTable(numbers.revenue_by_month, numbers.metrics)]]
      : tables,
  );
}

const isTable = (value: unknown): value is MetricTable =>
  typeof value === 'object' && value !== null && 'columns' in value && 'rows' in value;
