import type {
  BoardColumn,
  DashboardScreen,
  DealsPipelineScreen,
  MeetingsAttendedScreen,
  MeetingsGenerationScreen,
  MetricTable,
  ProjectionsScreen,
  RevenueMonth,
  Screen,
  UpsellRenewScreen,
} from '@app/contracts';
import { FRAME, LAST_UPDATE, VALUE } from '../analytics/analytics.examples.js';
import { FINDING_PAGE, TODAY_PAGE } from '../attention/attention.examples.js';
import { DEAL } from '../sales-records/sales-records.examples.js';

const column = (id: string, label: string, unit: 'count' | 'money' | 'ratio' = 'count') => ({
  id,
  label,
  unit,
  metric: id,
});

const MONTHS: MetricTable = {
  by: 'month',
  columns: [column('poa.generated', 'POA generated')],
  rows: [{ key: '2026-07', label: '2026-07', values: [61], small: [] }],
  totals: [61],
};

const SCREEN: Screen = {
  ...FRAME,
  last_update: LAST_UPDATE,
  records_count: 301,
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
  },
  months: MONTHS,
};

const tableBy = (by: MetricTable['by'], columns: MetricTable['columns'], values: number[]): MetricTable => ({
  by,
  columns,
  rows: [{ key: 'janesmith', label: 'Jane Smith', values, small: [] }],
  totals: values,
});

const REVENUE_MONTH: RevenueMonth = {
  month: '2026-07',
  closed: 410_000,
  target: 436_000,
  cumulative_closed: 410_000,
  cumulative_target: 436_000,
  created: 3_386_435.45,
  created_weighted: 910_220.1,
};

const SOURCES: MetricTable = {
  by: 'source_group',
  columns: [
    column('meetings.total', 'Meetings'),
    { id: 'share', label: 'Share', unit: 'ratio', metric: null },
  ],
  rows: [{ key: 'inbound', label: 'inbound', values: [120, 1], small: [] }],
  totals: [120, 1],
};

export const DASHBOARD: DashboardScreen = {
  ...SCREEN,
  sources: SOURCES,
  headline: {
    needed_per_month: 1_080_000,
    starts_later: 43_000,
    span_from: '2026-01-01',
    span_to: '2026-12-31',
    created_weightless: { deals: 12, pipe: 900_000 },
    active_weightless: { deals: 8, pipe: 610_000 },
    active_not_assessed: 3,
    legals_and_proposals: 4_250_000,
  },
  revenue_by_month: [REVENUE_MONTH],
  half: {
    from: '2026-07-01',
    to: '2026-12-31',
    label: 'H2 2026',
    target: 2_856_000,
    revenue: {
      value: 2_521_788.04,
      target: 2_856_000,
      progress: 2_521_788.04 / 2_856_000,
      pace: 2_606_666.67 / 2_856_000,
      status: 'on_track',
    },
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

export const MEETINGS_GENERATION: MeetingsGenerationScreen = {
  ...SCREEN,
  sources: SOURCES,
  bdrs: tableBy('bdr', [column('meetings.total', 'Meetings')], [120]),
  pipeline: [LEGAL],
};

export const MEETINGS_ATTENDED: MeetingsAttendedScreen = {
  ...SCREEN,
  owners: tableBy('owner', [column('poa.generated', 'POA generated')], [61]),
};

export const UPSELL_RENEW: UpsellRenewScreen = {
  ...SCREEN,
  partners: tableBy('bdr', [column('upsell.meetings', 'Upsell meetings')], [9]),
};

export const DEALS_PIPELINE: DealsPipelineScreen = {
  ...SCREEN,
  owners: tableBy('owner', [column('pipe.active', 'Open pipe', 'money')], [8_400_000]),
  cumulative: {
    ...MONTHS,
    columns: [column('pipe.cumulative_weighted', 'Cumulative weighted pipe', 'money')],
    rows: [{ key: '2026-07', label: '2026-07', values: [910_220.1], small: [] }],
    totals: [910_220.1],
  },
  weights: [{ stage: 'B Legals', source: 'Inbound', weight: 0.9, after: { days: 45, weight: 0.75 } }],
};

export const PROJECTIONS: ProjectionsScreen = {
  ...SCREEN,
  legals_and_proposals: 4_250_000,
  next_days: TODAY_PAGE.items.slice(0, 1),
  next_days_total: 1,
  board: [
    {
      ...LEGAL,
      id: 'next_14_days',
      label: 'Next 14 days',
      projected: 54_000,
      goal: 100_000,
      progress: 0.54,
      cards: [{ deal: DEAL, probability: 90, projected: 54_000 }],
    },
  ],
  owners: {
    by: 'owner',
    columns: [{ id: 'next_14_days.deals', label: 'Next 14 days: deals', unit: 'count', metric: null }],
    rows: [{ key: 'janesmith', label: 'Jane Smith', values: [1], small: [] }],
    totals: [1],
  },
};
