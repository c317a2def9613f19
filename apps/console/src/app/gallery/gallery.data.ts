import type { MetricTable, MetricValue, Screen, TableColumn, WeightRow } from '@app/contracts';
import type { Change } from '../ui/numbers/change';
import type { ChartSeries } from '../ui/charts/chart-series';
import type { Paper } from '../ui/paper/paper';
import { GALLERY } from './texts';

const MONTHS = ['2026-07', '2026-08', '2026-09', '2026-10', '2026-11', '2026-12'];
const { columns: LABELS } = GALLERY;

/** A value, against a target where there is one. */
export const value = (number: number | null, against: Partial<MetricValue> = {}): MetricValue => ({
  id: 'poa.generated',
  label: 'POA generated',
  unit: 'count',
  value: number,
  target: null,
  progress: null,
  pace: null,
  status: null,
  target_key: null,
  ...against,
});

/** One number in each status. */
export const AGAINST_TARGET = {
  onTrack: value(88, { target: 108, progress: 0.81, pace: 0.79, status: 'on_track' }),
  atRisk: value(70, { target: 108, progress: 0.65, pace: 0.79, status: 'at_risk' }),
  behind: value(450_000, { target: 1_200_000, progress: 0.375, pace: 0.79, status: 'behind' }),
} as const;

export const CHANGES: readonly Change[] = (
  [
    ['up', 'good'],
    ['down', 'bad'],
    ['same', 'plain'],
    ['none', 'plain'],
  ] as const
).map(([direction, tone]) => ({
  direction,
  tone,
  text: GALLERY.change[direction],
  brief: '',
  hint: GALLERY.change.hint,
}));

const column = (
  metric: TableColumn['metric'],
  label: string,
  unit: TableColumn['unit'] = 'count',
): TableColumn => ({ id: metric ?? 'share', label, unit, metric });

const tableOf = (
  by: MetricTable['by'],
  columns: readonly TableColumn[],
  rows: readonly (readonly [key: string | null, label: string, ...values: (number | null)[]])[],
): MetricTable => ({
  by,
  columns: [...columns],
  rows: rows.map(([key, label, ...values]) => ({ key, label, values, small: [] })),
  totals: columns.map(({ unit }, at) => (unit === 'ratio' ? null : sum(rows.map((row) => row[at + 2])))),
});

const sum = (values: readonly unknown[]): number =>
  values.reduce<number>((total, each) => total + (typeof each === 'number' ? each : 0), 0);

const BY_MONTH = [
  column('meetings.inbound', LABELS.inbound),
  column('meetings.outbound', LABELS.outbound),
  column('poa.generated', LABELS.poa),
  column('deals.arr', LABELS.arr, 'money'),
];

export const MONTHLY = tableOf(
  'month',
  BY_MONTH,
  MONTHS.map((month, at) => [
    month,
    month,
    12 + at,
    9 - at,
    14 + (at % 3),
    at > 4 ? null : 90_000 + at * 22_000,
  ]),
);

/** Months in which nothing happened. */
export const EMPTY_MONTHS = tableOf(
  'month',
  BY_MONTH.slice(0, 1),
  MONTHS.map((month) => [month, month, 0]),
);

export const STACKED: readonly ChartSeries[] = [
  { column: 'meetings.inbound', kind: 'stacked', colour: 'c-inbound' },
  { column: 'meetings.outbound', kind: 'stacked', colour: 'c-outbound' },
  { column: 'poa.generated', kind: 'line', colour: 'ink' },
];

export const SIDE_BY_SIDE: readonly ChartSeries[] = [
  { column: 'meetings.inbound', kind: 'bar', colour: 'c-inbound' },
  { column: 'meetings.outbound', kind: 'bar', colour: 'c-outbound' },
  { column: 'deals.arr', kind: 'figures', colour: 'ink-2', label: 'ARR' },
];

const BY_OWNER = [
  column('meetings.total', LABELS.meetings),
  column('attendance.rate', LABELS.rate, 'ratio'),
  column('deals.arr', LABELS.arr, 'money'),
];

const ownersTable = (count: number): MetricTable =>
  tableOf('owner', BY_OWNER, [
    ...GALLERY.names
      .slice(0, count)
      .map(
        (name, at) =>
          [
            name.toLowerCase(),
            name,
            40 - at * 2,
            at === 2 ? null : 0.9 - at / 20,
            240_000 - at * 15_000,
          ] as const,
      ),
    [null, '', 3, 0.5, 12_000],
  ]);

export const OWNERS = ownersTable(5);
export const MANY_OWNERS = ownersTable(GALLERY.names.length);
export const NO_OWNERS: MetricTable = { by: 'owner', columns: BY_OWNER, rows: [], totals: [] };

export const SOURCES = tableOf(
  'source_group',
  [column('meetings.total', LABELS.meetings), column(null, LABELS.share, 'ratio')],
  [
    ['inbound', LABELS.inbound, 57, 0.6],
    ['outbound', LABELS.outbound, 28, 0.295],
    ['event', 'Event', 10, 0.105],
  ],
);

export const WEIGHTS: readonly WeightRow[] = [
  { stage: GALLERY.stages[0], source: 'inbound', weight: 0.7, after: { days: 60, weight: 0.4 } },
  { stage: GALLERY.stages[0], source: 'any', weight: 0.5, after: null },
  { stage: GALLERY.stages[1], source: 'any', weight: 0.3, after: null },
];

export const PAPER: Paper = {
  title: GALLERY.title,
  lines: [GALLERY.subtitle],
  tables: [
    {
      heading: GALLERY.stages[0],
      aside: GALLERY.aside,
      columns: [
        { label: GALLERY.field, kind: 'long' },
        { label: GALLERY.tag, kind: 'word' },
        { label: LABELS.arr, kind: 'number' },
      ],
      rows: GALLERY.names
        .slice(0, 3)
        .map((name, at) => [[{ text: name, isStrong: at === 0 }], GALLERY.tag, `$${120 - at * 10}K`]),
      totals: [GALLERY.table, '', '$330K'],
    },
    {
      heading: GALLERY.stages[1],
      aside: '',
      columns: [{ label: GALLERY.field }],
      rows: [],
      empty: GALLERY.empty.title,
    },
  ],
};

/** An answer with a number in each state. */
export const ANSWER: Screen = {
  view_id: 'gallery',
  period: { from: '2026-07-01', to: '2026-12-31', months: 6 },
  as_of: '2026-11-22',
  revision: 1,
  last_update: '2026-11-22T10:00:00.000Z',
  records_count: 312,
  matching_count: 312,
  metrics: {
    'meetings.inbound': AGAINST_TARGET.onTrack,
    'meetings.outbound': AGAINST_TARGET.atRisk,
    'poa.generated': value(95),
    'deals.arr': AGAINST_TARGET.behind,
    'conversion.poa_to_close': value(null),
  },
  notes: { 'poa.generated': [{ kind: 'not_assessed', deals: 7, pipe: null }] },
  comparison: {
    against: 'previous',
    label: 'H1 2026',
    from: '2026-01-01',
    to: '2026-06-30',
    through: '2026-11-22',
    is_partial: true,
    months: null,
    trend: null,
    values: {
      'meetings.inbound': { current: 88, previous: 79, change: 0.11 },
      'meetings.outbound': { current: 70, previous: 76, change: -0.08 },
      'poa.generated': { current: 95, previous: 95, change: 0 },
    },
  },
  months: MONTHLY,
  trend: null,
};
