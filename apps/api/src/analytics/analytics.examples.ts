import type {
  Analytics,
  AnswerFrame,
  Breakdown,
  CatalogueEntry,
  Explanation,
  FilterChoices,
  MetricDefinition,
  MetricValue,
} from '@app/contracts';

const METRIC: MetricDefinition = {
  id: 'poa.generated',
  label: 'POA generated',
  unit: 'count',
  definition: 'Deals that entered in the period and got as far as a POA.',
  formula: 'Number of these deals.',
  date_field: 'discovery_date',
  target: 'poa',
  breakdown: true,
};

/** The same as it stands in the catalogue. */
export const ENTRY: CatalogueEntry = {
  ...METRIC,
  id: 'poa.generated',
  also_called: ['second meetings'],
  is_any_date: false,
};

export const VALUE: MetricValue = {
  id: 'poa.generated',
  label: 'POA generated',
  unit: 'count',
  value: 61,
  target: 72,
  progress: 61 / 72,
  pace: 145 / 184,
  status: 'on_track',
  target_key: 'poa',
};

export const FRAME: AnswerFrame = {
  view_id: 'view-organic-1767225600',
  period: { from: '2026-07-01', to: '2026-12-31', months: 6 },
  as_of: '2026-11-22',
  revision: 4,
};

export const ANALYTICS: Analytics = { ...FRAME, metrics: { 'poa.generated': VALUE } };

export const BREAKDOWN: Breakdown = {
  ...FRAME,
  metric: 'poa.generated',
  by: 'owner',
  rows: [
    { key: 'janesmith', label: 'Jane Smith', value: 58 },
    { key: null, label: 'unassigned', value: 3 },
  ],
  total: 61,
};

export const FILTER_CHOICES: FilterChoices = {
  view_id: FRAME.view_id,
  revision: FRAME.revision,
  values: {
    owner: [
      { value: 'janesmith', label: 'Jane Smith', deals: 58 },
      { value: '', label: 'unassigned', deals: 3 },
    ],
    bdr: [{ value: 'johndoe', label: 'John Doe', deals: 61 }],
    source_group: [{ value: 'inbound', label: 'inbound', deals: 61 }],
    stage: [{ value: 'C Proposal sent', label: 'C Proposal sent', deals: 61 }],
    product: [{ value: 'enterpriseplan', label: 'Enterprise Plan', deals: 61 }],
    type_of_deal: [{ value: 'New Business', label: 'New Business', deals: 61 }],
    relevance: [{ value: 'Relevant', label: 'Relevant', deals: 61 }],
  },
};

export const LAST_UPDATE = '2026-11-22T11:02:01.250Z';

export const EXPLANATION: Explanation = {
  ...FRAME,
  metric: METRIC,
  value: VALUE,
  last_update: LAST_UPDATE,
  dates: { from: '2026-07-01', to: '2026-12-31' },
  formula: {
    operator: 'sum',
    terms: [{ label: 'D POA Booked', value: 61, unit: 'count', metric: null }],
  },
  target_origin: {
    key: 'poa',
    origin: 'intro_poa.poa',
    base: 12,
    months: 6,
    set_by: 'admin@example.com',
    set_at: '2026-11-20T14:02:00.000Z',
  },
  records_total: 61,
  left_out: [{ reason: 'deals without a discovery date', count: 2, value: 40_000, pipe: 32_000 }],
  of_these: [],
  notes: [],
};
