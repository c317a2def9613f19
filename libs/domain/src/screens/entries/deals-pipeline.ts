import type { ScreenEntry } from './screen-entry.js';

/** What was closed, what is in the pipe and what it weighs, and what lies in it too long. */
export const DEALS_PIPELINE = {
  name: 'deals-pipeline',
  summary: 'Closed deals, the pipe by AE, its trend over the half-year, and the weights that hold.',
  tables: {
    owners: {
      description: 'AE pipeline.',
      content: {
        kind: 'metrics',
        by: 'owner',
        columns: [
          'pipe.active',
          'pipe.active_weighted',
          'pipe.created',
          'pipe.created_weighted',
          'deals.open',
        ],
      },
    },
    cumulative: {
      description:
        'Months of the half-year that holds the end of the period: `pipe.cumulative_weighted` and its running `cumulative`.',
      content: { kind: 'cumulative', metric: 'pipe.cumulative_weighted' },
    },
  },
  boards: {},
  rows: [
    {
      blocks: [
        {
          kind: 'band',
          label: 'Deals closed',
          numbers: [
            'deals.closed',
            'deals.arr',
            { metric: 'deals.mrr', label: 'MRR closed' },
            { metric: 'deals.average', label: 'Average deal' },
          ],
        },
      ],
    },
    {
      widths: [1, 1],
      height: 338,
      blocks: [
        {
          kind: 'chart',
          name: 'closed',
          heading: 'Deals closed',
          aside: 'by billing start',
          table: 'months',
          series: [
            { column: 'deals.arr', kind: 'bar', colour: 'accent' },
            { column: 'deals.closed', kind: 'figures', colour: 'ink-2', label: 'Deals' },
          ],
        },
        {
          kind: 'records',
          name: 'closed',
          metric: 'deals.closed',
          heading: 'Closed deals',
          empty: 'No deal closed with its billing start in this period.',
          columns: ['billing_start', 'owner', 'expected_arr', 'expected_mrr'],
          sort: '-billing_start',
        },
      ],
    },
    {
      height: 134,
      blocks: [
        {
          kind: 'band',
          label: 'Pipeline',
          numbers: [
            'pipe.created',
            'pipe.created_weighted',
            { metric: 'pipe.active', label: 'Open pipe' },
            { metric: 'pipe.active_weighted', label: 'Open pipe, weighted' },
            { metric: 'deals.open', label: 'Open deals' },
          ],
        },
      ],
    },
    {
      widths: [1, 1],
      height: 274,
      blocks: [
        {
          kind: 'chart',
          name: 'created',
          heading: 'New pipe',
          aside: 'by the date a deal entered',
          table: 'months',
          // What entered, and what is left of it after weighing.
          series: [
            { column: 'pipe.created', kind: 'bar', colour: 'step-1', label: 'New pipe' },
            { column: 'pipe.created_weighted', kind: 'bar', colour: 'accent', label: 'Weighted today' },
          ],
        },
        {
          kind: 'chart',
          name: 'cumulative',
          heading: 'Weighted pipe of the half',
          aside: 'open deals entered since it began',
          table: 'cumulative',
          series: [
            {
              column: 'pipe.cumulative_weighted',
              kind: 'bar',
              colour: 'step-1',
              label: 'Added in the month',
            },
            {
              column: 'cumulative',
              kind: 'line',
              colour: 'accent',
              label: 'So far',
              sumOf: 'pipe.cumulative_weighted',
            },
          ],
        },
      ],
    },
    {
      height: 280,
      blocks: [
        {
          kind: 'table',
          heading: 'Pipeline by AE',
          aside: 'totals are the numbers above',
          table: 'owners',
          bar: 'pipe.active',
        },
      ],
    },
    {
      blocks: [
        {
          kind: 'records',
          name: 'open',
          metric: 'pipe.active',
          heading: 'Open deals with pipe',
          empty: 'No open deal has pipe.',
          columns: ['owner', 'stage', 'age', 'pipeline', 'weight', 'reason', 'weighted'],
          filters: [
            { field: 'owner', of: 'owners' },
            { field: 'stage', only: 'open' },
            { field: 'source_group' },
          ],
          sort: '-weighted',
          rows: 10,
        },
      ],
    },
    {
      widths: [2, 3],
      blocks: [
        { kind: 'own', name: 'weights' },
        {
          kind: 'stack',
          blocks: [
            {
              kind: 'band',
              label: 'Old pipe',
              numbers: [
                'pipe.old',
                { metric: 'pipe.old_count', label: 'Deals' },
                { metric: 'pipe.old_clients', label: 'Clients' },
              ],
            },
            {
              kind: 'records',
              name: 'old',
              metric: 'pipe.old',
              heading: 'To recontact',
              empty: 'No deal waits to be contacted again.',
              columns: ['owner', 'stage', 'discovery_date', 'pipeline'],
              notOnMaster: ['discovery_date'],
              filters: [{ field: 'stage', only: 'to_recontact' }, { field: 'source_group' }],
              sort: '-pipeline',
            },
          ],
        },
      ],
    },
  ],
} as const satisfies ScreenEntry;
