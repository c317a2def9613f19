import type {
  DoubtfulMatchPage,
  DuplicateRowPage,
  ImportFindingPage,
  IngestionRun,
  RunChangePage,
  IngestionRunSummary,
  SampleDataRemoved,
} from '@app/contracts';

/** A run as it is answered right after an upload. */
export const QUEUED_RUN: IngestionRun = {
  id: '0b2b5d2e-6a0e-4a63-9d0f-1a1f6a3c9a10',
  view_id: 'view-organic-1767225600',
  status: 'queued',
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
  started_by: 'organic@example.com',
  started_at: '2026-11-22T11:02:00.000Z',
  finished_at: null,
  revision: null,
  progress: { phase: 'waiting', rows_read: 0, fraction: 0 },
  error: null,
  decided_by: null,
  decided_at: null,
  report: null,
};

/** A run that waits for its turn to fetch a sheet. */
export const FETCHED_RUN: IngestionRun = {
  ...QUEUED_RUN,
  source: {
    type: 'google_sheets',
    name: 'Deals',
    url: 'https://docs.google.com/spreadsheets/d/1AbCdEfGhIjKlMnOpQrStUvWxYz0123456789/edit#gid=0',
    size: 0,
  },
};

/** The same run when its data is live. */
export const PUBLISHED_RUN: IngestionRun = {
  ...QUEUED_RUN,
  status: 'published',
  finished_at: '2026-11-22T11:02:01.250Z',
  revision: 4,
  progress: { phase: 'done', rows_read: 320, fraction: 1 },
  report: {
    encoding: 'utf-8',
    separator: ',',
    dedupe: 'client_stage',
    amount_separators: { expected_arr: { point: 'decimals', comma: 'thousands' } },
    date_orders: { discovery_date: 'day_first', poa_date: 'day_first', billing_start: 'day_first' },
    unordered_dates: ['billing_start'],
    header_row: 1,
    unknown_columns: [],
    unknown_columns_count: 0,
    proposals: [],
    first_rows: {
      header: ['Client', 'Stage', 'Expected ARR'],
      rows: [['Acme Corp', 'C Proposal sent', '$60,000']],
      row_numbers: [2],
    },
    missing_columns: [],
    rows_read: 320,
    kept: 301,
    skipped: 4,
    skipped_value: 61_500,
    duplicates_count: 15,
    duplicates_value: 2_310_400,
    duplicates: [
      {
        row: 6,
        client: 'Acme Corp',
        stage: 'Not Relevant',
        value: 166_500,
        kept_row: 9,
        deal_id: 'deal-organic-17',
        differences: [{ field: 'pipeline', removed: 166_500, kept: 172_000 }],
      },
    ],
    added: 12,
    changed: 30,
    removed: 2,
    findings_count: 1,
    findings: [
      {
        row: 30,
        column: 'poa_date',
        code: 'unreadable_date',
        message: '"31/02/2026" is not a date that exists and can be read; the date is left empty.',
        value: '31/02/2026',
        count: null,
        sum: null,
        client: 'Acme Corp',
        deal_id: 'deal-organic-21',
        deal_value: 60_000,
      },
    ],
    finding_counts: [{ code: 'unreadable_date', column: 'poa_date', count: 1, amounts: null, value: 60_000 }],
    rules: [{ rule: 'client_stage', kept: 301, duplicates: 15, duplicates_value: 2_310_400 }],
    sheet_name: null,
    sheet_names: [],
    doubtful_matches_count: 3,
    compared_revision: 3,
    headline: [{ id: 'pipe.active', label: 'Open pipe', unit: 'money', before: 1_204_000, after: 1_250_500 }],
    stages: [
      { stage: 'B Legals', deals_before: 11, deals_after: 12, value_before: 402_000, value_after: 448_500 },
    ],
    held: null,
    is_first: false,
    duration_ms: 640,
  },
};

/** The same run in a list. */
export const LISTED_RUN: IngestionRunSummary = {
  ...PUBLISHED_RUN,
  report: withoutLists(PUBLISHED_RUN.report),
};

/** Findings of that run. */
export const EXAMPLE_FINDINGS: ImportFindingPage = {
  items: PUBLISHED_RUN.report?.findings ?? [],
  next_cursor: null,
  total: 1,
};

/** Rows that it removed. */
export const EXAMPLE_DUPLICATES: DuplicateRowPage = {
  items: PUBLISHED_RUN.report?.duplicates ?? [],
  next_cursor: 'eyJwbGFjZSI6MX0',
  total: 15,
};

/** Rows of which another deal may be meant. */
export const EXAMPLE_MATCHES: DoubtfulMatchPage = {
  items: [
    {
      row: 12,
      client: 'Acme Corp',
      stage_before: 'C Proposal sent',
      stage_after: 'B Legals',
      deal_id: 'deal-organic-17',
      why: 'client_alone',
      alike: 1,
    },
  ],
  next_cursor: 'eyJwbGFjZSI6MX0',
  total: 3,
};

/** What it did to deals. */
export const EXAMPLE_CHANGES: RunChangePage = {
  items: [
    {
      deal_id: 'deal-organic-17',
      kind: 'changed',
      client: 'Acme Corp',
      stage: 'B Legals',
      value: 166_500,
      fields: [{ field: 'stage', before: 'C Proposal sent', after: 'B Legals' }],
    },
  ],
  next_cursor: 'eyJwbGFjZSI6MX0',
  total: 44,
};

/** A run that would remove most deals, and has to be looked at first. */
export const HELD_RUN: IngestionRun = {
  ...PUBLISHED_RUN,
  status: 'held',
  file_kept: true,
  revision: null,
  report: PUBLISHED_RUN.report && {
    ...PUBLISHED_RUN.report,
    kept: 9,
    removed: 50,
    held: {
      reasons: [
        {
          code: 'removes_deals',
          message: '50 of the 58 deals here would be removed.',
          count: 50,
          of: 58,
          columns: [],
          unknown: [],
          stages: [],
          row: null,
          column: null,
          before: null,
          after: null,
        },
      ],
      live: 58,
      revision: 4,
    },
  },
};

export const REMOVED_SAMPLE: SampleDataRemoved = {
  views: [
    { view_id: 'view-organic-1767225600', view_name: 'Organic', records_removed: 301, targets_removed: 28 },
  ],
};

function withoutLists(report: IngestionRun['report']): IngestionRunSummary['report'] {
  if (!report) return null;
  const {
    findings: _,
    duplicates: __,
    unknown_columns: ___,
    proposals: ____,
    first_rows: _____,
    ...summary
  } = report;
  return summary;
}

/** A run that brings earlier data back. */
export const ROLLBACK_RUN: IngestionRun = {
  ...QUEUED_RUN,
  rollback: { run: PUBLISHED_RUN.id, revision: 3 },
  source: { type: 'rollback', name: 'organic.csv', url: null, size: 0 },
};
