import type {
  BoardColumn,
  DashboardParts,
  DealsPipelineParts,
  MetricId,
  MetricTable,
  ProjectionsParts,
  RevenueMonth,
  Screen,
  ScreenParts,
  TableColumn,
} from '@app/contracts';
import { definitionOf, metricOf, type ScreenEntry, type TableEntry } from '@app/domain';
import { FRAME, LAST_UPDATE, VALUE } from '../analytics/analytics.examples.js';
import { FINDING_PAGE, TODAY_PAGE } from '../attention/attention.examples.js';
import { DEAL } from '../sales-records/sales-records.examples.js';

const MONTHS: MetricTable = {
  by: 'month',
  columns: [{ id: 'poa.generated', label: 'POA generated', unit: 'count', metric: 'poa.generated' }],
  rows: [{ key: '2026-07', label: '2026-07', values: [61], small: [] }],
  totals: [61],
};

const SCREEN: Screen = {
  ...FRAME,
  last_update: LAST_UPDATE,
  records_count: 301,
  matching_count: 301,
  metrics: { 'poa.generated': VALUE },
  notes: { 'conversion.intro_to_poa': [{ kind: 'two_cohorts', deals: null, pipe: null }] },
  comparison: {
    against: 'previous',
    label: 'H1 2026',
    from: '2026-01-01',
    to: '2026-05-25',
    through: '2026-11-22',
    is_partial: true,
    values: { 'poa.generated': { current: 61, previous: 55, change: 6 / 55 } },
    months: {
      ...MONTHS,
      rows: [{ key: '2026-01', label: '2026-01', values: [55], small: [] }],
      totals: [55],
    },
    trend: null,
  },
  months: MONTHS,
  trend: null,
};

const REVENUE_MONTH: RevenueMonth = {
  month: '2026-07',
  closed: 410_000,
  target: 436_000,
  cumulative_closed: 410_000,
  cumulative_target: 436_000,
  created: 3_386_435.45,
  created_weighted: 910_220.1,
};

/** The half is the period of the example. */
const REVENUE_TO_DATE = {
  label: 'Revenue H2 2026 to date',
  unit: 'money',
  value: 2_521_788.04,
  target: 2_856_000,
  progress: 2_521_788.04 / 2_856_000,
  pace: 2_606_666.67 / 2_856_000,
  status: 'on_track',
  target_key: 'revenue',
} as const;

const DASHBOARD: DashboardParts = {
  headline: {
    needed_per_month: 1_080_000,
    starts_later: 43_000,
    span_from: '2026-01-01',
    span_to: '2026-12-31',
    created_weightless: { deals: 12, pipe: 900_000 },
    active_weightless: { deals: 8, pipe: 610_000 },
    active_not_assessed: 3,
    legals_and_proposals: 4_250_000,
    months_without_target: 0,
  },
  period_revenue: {
    revenue: { id: 'period.revenue', ...REVENUE_TO_DATE },
    starts_later: 43_000,
    expected: 2_606_666.67,
    behind: 84_878.63,
  },
  revenue_by_month: [REVENUE_MONTH],
  revenue_trend: null,
  half: {
    from: '2026-07-01',
    to: '2026-12-31',
    label: 'H2 2026',
    target: 2_856_000,
    revenue: { id: 'half.revenue', ...REVENUE_TO_DATE },
    starts_later: 43_000,
    closed: 2_564_788.04,
    remaining: 334_211.96,
    expected: 2_606_666.67,
    behind: 84_878.63,
    needed_per_month: 257_086.12,
    months: [REVENUE_MONTH],
  },
  today: TODAY_PAGE.items,
  today_total: TODAY_PAGE.total,
  attention: FINDING_PAGE.items,
};

const DEALS_PIPELINE: DealsPipelineParts = {
  weights: [{ stage: 'B Legals', source: 'Inbound', weight: 0.9, after: { days: 45, weight: 0.75 } }],
};

const PROJECTIONS: ProjectionsParts = {
  legals_and_proposals: 4_250_000,
  next_days: TODAY_PAGE.items.slice(0, 1),
  next_days_total: 1,
};

const PARTS: ScreenParts = {
  dashboard: DASHBOARD,
  'deals-pipeline': DEALS_PIPELINE,
  projections: PROJECTIONS,
};

/** A real-looking answer of a screen: numbers, and a row of each of its tables and boards. */
export function exampleOf({ name, tables, boards }: ScreenEntry): object {
  return {
    ...SCREEN,
    ...mapped(tables, ({ content }) => tableOf(content)),
    ...mapped(boards, ({ columns }) => [columns === 'deal_pipeline' ? LEGAL : NEXT_14_DAYS]),
    ...PARTS[name as keyof ScreenParts],
  };
}

const mapped = <Value, Made>(entries: Readonly<Record<string, Value>>, make: (value: Value) => Made) =>
  Object.fromEntries(Object.entries(entries).map(([name, value]) => [name, make(value)]));

/** A table with one row. */
function tableOf(content: TableEntry['content']): MetricTable {
  switch (content.kind) {
    case 'metrics':
      return oneRow(content.by, 'Jane Smith', content.columns.map(columnOf));
    case 'sources':
      return oneRow('source_group', 'inbound', [columnOf('meetings.total'), SHARE]);
    case 'bdr_goals':
      return oneRow('bdr', 'Jane Smith', [columnOf('meetings.total')]);
    case 'cumulative':
      return oneRow('month', '2026-07', [columnOf(content.metric)]);
    case 'owner_projections':
      return oneRow('owner', 'Jane Smith', [
        { id: 'next_14_days.deals', label: 'Next 14 days, deals', unit: 'count', metric: null },
      ]);
  }
}

const SHARE: TableColumn = { id: 'share', label: 'Share', unit: 'ratio', metric: null };

/** A value that such a column may have. */
const VALUES: Readonly<Record<TableColumn['unit'], number>> = { count: 61, money: 910_220.1, ratio: 0.25 };

function columnOf(id: MetricId): TableColumn {
  const { label, unit } = definitionOf(metricOf(id));
  return { id, label, unit, metric: id };
}

function oneRow(by: MetricTable['by'], label: string, columns: TableColumn[]): MetricTable {
  const values = columns.map(({ unit }) => VALUES[unit]);
  const key = by === 'owner' || by === 'bdr' ? 'janesmith' : label;
  return { by, columns, rows: [{ key, label, values, small: [] }], totals: values };
}

const LEGAL: BoardColumn = {
  id: 'legal',
  label: 'Legal',
  stages: ['B Legals'],
  deals: 1,
  value: 60_000,
  projected: null,
  goal: null,
  progress: null,
  cards: [{ deal: DEAL, probability: null, projected: null }],
};

const NEXT_14_DAYS: BoardColumn = {
  ...LEGAL,
  id: 'next_14_days',
  label: 'Next 14 days',
  projected: 54_000,
  goal: 100_000,
  progress: 0.54,
  cards: [{ deal: DEAL, probability: 90, projected: 54_000 }],
};
