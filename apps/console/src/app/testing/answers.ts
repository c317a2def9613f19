import {
  kindsOf,
  permissionsOf,
  type ScreenAnswer,
  type Explanation,
  type IngestionRun,
  type Me,
  type MetricValue,
  type RunReport,
  type SavedPage,
  type View,
} from '@app/contracts';
import { column, table } from './tables';

/** Answers of the API for component tests; a test overrides what it is about. */
export const number = (value: number | null, change: Partial<MetricValue> = {}): MetricValue => ({
  id: 'poa.generated',
  label: 'POA generated',
  unit: 'count',
  value,
  target: null,
  progress: null,
  pace: null,
  status: null,
  target_key: null,
  ...change,
});

export function me(change: Partial<Me['user']> = {}): Me {
  const user: Me['user'] = {
    id: 'u1',
    email: 'hugo@example.com',
    name: 'Hugo Marchand',
    picture: null,
    role: 'super_admin',
    view_access: [],
    ...change,
  };
  const kinds = kindsOf({ role: user.role, isDemo: false, ownsPov: false });
  const installation = { currency: 'USD', time_zone: 'Europe/Paris', today: '2026-11-22' };
  return { user, kinds, permissions: permissionsOf({ kinds }), installation };
}

export const view = (change: Partial<View> = {}): View => ({
  id: 'organic',
  name: 'Organic',
  is_master: false,
  is_default: true,
  collection: 'sales_records_organic',
  sheet_url: null,
  sheet_name: null,
  dedupe: 'client_stage',
  aggregates_from: [],
  assigned_user: null,
  next_refresh: null,
  data: {
    revision: 57,
    records_count: 312,
    last_update: '2026-11-22T10:00:00.000Z',
    source_type: 'csv',
    sample: false,
    sample_views: [],
    sample_targets: 0,
  },
  can: ['read', 'upload', 'manage'],
  ...change,
});

/** A page that the signed-in person saved. */
export const savedPage = (change: Partial<SavedPage> = {}): SavedPage => ({
  id: 'saved-1',
  view_id: 'organic',
  name: 'My inbound',
  page: 'meetings-generation',
  parameters: { period: 'this_month', source_group: ['inbound'] },
  is_shared: false,
  is_mine: true,
  is_start: false,
  can_change: true,
  made_by: 'hugo@example.com',
  changed_by: 'hugo@example.com',
  changed_at: '2026-11-20T10:00:00.000Z',
  revision: 4,
  ...change,
});

const MONTHS = ['2026-07', '2026-08', '2026-09', '2026-10', '2026-11', '2026-12'];

export const screen = (change: Partial<ScreenAnswer<'dashboard'>> = {}): ScreenAnswer<'dashboard'> => {
  const months = MONTHS.map((month, at) => ({
    month,
    closed: 100_000,
    target: 200_000,
    cumulative_closed: 100_000 * (at + 1),
    cumulative_target: 200_000 * (at + 1),
    created: 50_000,
    created_weighted: 20_000,
  }));
  return {
    view_id: 'organic',
    period: { from: '2026-07-01', to: '2026-12-31', months: 6 },
    as_of: '2026-11-22',
    revision: 57,
    last_update: '2026-11-22T10:00:00.000Z',
    records_count: 312,
    matching_count: 312,
    metrics: {
      'revenue.ytd': number(600_000, { target: 1_200_000, progress: 0.5, pace: 0.8, status: 'at_risk' }),
      'revenue.remaining': number(600_000),
      'revenue.gap': number(360_000),
      'meetings.total': number(20),
      'meetings.inbound': number(15, { target: 30, progress: 0.5, pace: 0.8, status: 'at_risk' }),
      'meetings.event': number(5),
      'poa.generated': number(88, { target: 108, progress: 88 / 108, pace: 0.79, status: 'on_track' }),
      'deals.closed': number(0),
      'conversion.poa_to_close': number(null),
    },
    headline: {
      needed_per_month: 461_538,
      starts_later: 150_000,
      span_from: '2026-01-01',
      span_to: '2026-12-31',
      created_weightless: { deals: 14, pipe: 420_000 },
      active_weightless: { deals: 0, pipe: 0 },
      active_not_assessed: 7,
      legals_and_proposals: 2_480_000,
      months_without_target: 0,
    },
    period_revenue: {
      revenue: number(450_000, { target: 1_200_000, progress: 0.375, pace: 0.8, status: 'behind' }),
      starts_later: 150_000,
      expected: 960_000,
      behind: 510_000,
    },
    revenue_by_month: months,
    revenue_trend: null,
    half: {
      from: '2026-07-01',
      to: '2026-12-31',
      label: 'H2 2026',
      target: 1_200_000,
      revenue: number(450_000, { target: 1_200_000, progress: 0.375, pace: 0.8, status: 'behind' }),
      starts_later: 150_000,
      closed: 600_000,
      remaining: 750_000,
      expected: 960_000,
      behind: 510_000,
      needed_per_month: 576_923,
      months,
    },
    notes: {
      'pipe.created_weighted': [{ kind: 'weightless', deals: 14, pipe: 420_000 }],
      'deals.active': [{ kind: 'not_assessed', deals: 7, pipe: null }],
    },
    comparison: null,
    months: { by: 'month', columns: [], rows: [], totals: [] },
    trend: null,
    sources: table(
      'source_group',
      [column('meetings.total'), column('share', { metric: null, unit: 'ratio' })],
      [
        ['inbound', 15, 0.75],
        ['event', 5, 0.25],
      ],
      [20, 1],
    ),
    today: [],
    today_total: 0,
    attention: [],
    ...change,
  };
};

export const explanation = (change: Partial<Explanation> = {}): Explanation => ({
  view_id: 'organic',
  dates: { from: '2026-07-01', to: '2026-12-31' },
  period: { from: '2026-07-01', to: '2026-12-31', months: 6 },
  as_of: '2026-11-22',
  revision: 57,
  last_update: '2026-11-22T10:00:00.000Z',
  metric: {
    id: 'poa.generated',
    label: 'POA generated',
    unit: 'count',
    definition: 'Deals that entered in the period and reached a proof of agreement.',
    formula: 'count',
    date_field: 'discovery_date',
    target: 'poa',
    breakdown: true,
  },
  value: number(88, { target: 108, progress: 88 / 108, pace: 0.79, status: 'on_track' }),
  formula: {
    operator: 'sum',
    terms: [
      { label: 'POA booked', value: 60, unit: 'count', metric: null },
      { label: 'closed', value: 28, unit: 'count', metric: 'deals.closed' },
    ],
  },
  target_origin: {
    key: 'poa',
    origin: 'dashboard_banners.poa_target',
    base: 18,
    months: 6,
    set_by: null,
    set_at: null,
  },
  records_total: 88,
  left_out: [{ reason: 'deals without a stage', count: 6, value: 48_000, pipe: 40_000 }],
  of_these: [],
  notes: [],
  ...change,
});

export const report = (change: Partial<RunReport> = {}): RunReport => ({
  encoding: 'utf-8',
  separator: ',',
  dedupe: 'client_stage',
  date_orders: { discovery_date: 'day_first' },
  unordered_dates: [],
  amount_separators: {},
  header_row: 1,
  unknown_columns: ['Comment'],
  unknown_columns_count: 1,
  proposals: [],
  first_rows: { header: ['Client', 'Comment'], rows: [['Acme', 'Call back']], row_numbers: [2] },
  missing_columns: ['supporters'],
  rows_read: 322,
  kept: 296,
  skipped: 10,
  skipped_value: 46_000,
  duplicates_count: 16,
  duplicates_value: 384_000,
  duplicates: [
    {
      row: 12,
      client: 'Halden Robotics',
      stage: 'B Legals',
      value: 24_000,
      kept_row: 9,
      deal_id: 'deal-1',
      differences: [{ field: 'owner', removed: 'Ann', kept: null }],
    },
  ],
  added: 290,
  changed: 4,
  removed: 1,
  findings_count: 1,
  findings: [
    {
      row: 5,
      column: 'expected_arr',
      code: 'unreadable_money',
      message: '"N/A" is no amount.',
      value: 'N/A',
      count: null,
      sum: null,
      client: 'Northwind Labs',
      deal_value: 12_000,
      deal_id: 'deal-2',
    },
  ],
  finding_counts: [
    { code: 'no_client', column: 'client', count: 8, amounts: null, value: 46_000 },
    { code: 'total_row', column: null, count: 2, amounts: null, value: null },
    { code: 'unreadable_money', column: 'expected_arr', count: 1, amounts: null, value: 12_000 },
  ],
  rules: [
    { rule: 'client_stage', kept: 296, duplicates: 16, duplicates_value: 384_000 },
    { rule: 'none', kept: 312, duplicates: 0, duplicates_value: 0 },
  ],
  sheet_name: null,
  sheet_names: [],
  doubtful_matches_count: 0,
  compared_revision: 57,
  headline: [],
  stages: [],
  held: null,
  is_first: true,
  duration_ms: 1420,
  ...change,
});

export const run = (change: Partial<IngestionRun> = {}): IngestionRun => ({
  id: 'run-1',
  view_id: 'organic',
  status: 'published',
  mode: 'replace',
  dry_run: false,
  reading: {
    encoding: null,
    separator: null,
    header_row: null,
    date_order: null,
    sheet: null,
    columns: null,
  },
  file_kept: false,
  history_kept: true,
  rollback: null,
  source: { type: 'csv', name: 'organic.csv', url: null, size: 58_367 },
  started_by: 'hugo@example.com',
  started_at: '2026-11-22T10:00:00.000Z',
  finished_at: '2026-11-22T10:00:01.420Z',
  revision: 58,
  progress: { phase: 'done', rows_read: 320, fraction: 1 },
  error: null,
  decided_by: null,
  decided_at: null,
  report: report(),
  ...change,
});

/** What a reason to hold says beside its code and message: nothing. */
export const NO_REASON = {
  count: null,
  of: null,
  columns: [],
  unknown: [],
  stages: [],
  row: null,
  column: null,
  before: null,
  after: null,
};

/** A run that would remove most deals and has an unclosed quote. */
export const heldRun = (change: Partial<IngestionRun> = {}): IngestionRun => {
  return run({
    id: 'run-9',
    status: 'held',
    revision: null,
    report: report({
      kept: 8,
      removed: 50,
      held: {
        reasons: [
          {
            ...NO_REASON,
            code: 'removes_deals',
            message: '50 of the 58 deals here would be removed.',
            count: 50,
            of: 58,
          },
          {
            ...NO_REASON,
            code: 'quote_not_closed',
            message: 'A quote in row 11, column Client never closes.',
            count: 1,
            row: 11,
            column: 'client',
          },
        ],
        live: 58,
        revision: 57,
      },
    }),
    ...change,
  });
};
