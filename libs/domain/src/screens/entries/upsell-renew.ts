import type { ScreenEntry } from './screen-entry.js';

/** Business with existing clients: meetings, what became of them, and which partner brought it. */
export const UPSELL_RENEW = {
  name: 'upsell-renew',
  summary: 'Upsells and renewals, by partner.',
  tables: {
    partners: {
      description:
        'Partner performance: the metrics, then a `stage:<stage>` column for each stage of these deals.',
      content: {
        kind: 'metrics',
        by: 'bdr',
        columns: ['upsell.meetings', 'renewal.meetings', 'upsell.poa', 'upsell.arr'],
        withStages: true,
      },
    },
  },
  boards: {},
  rows: [
    {
      blocks: [
        {
          kind: 'band',
          label: 'Business with existing clients',
          numbers: [
            'upsell.meetings',
            'renewal.meetings',
            { metric: 'upsell.poa', label: 'POA generated' },
            { metric: 'upsell.closed', label: 'Deals closed' },
            { metric: 'upsell.arr', label: 'ARR closed' },
          ],
        },
      ],
    },
    {
      height: 320,
      blocks: [
        {
          kind: 'chart',
          name: 'upsell',
          heading: '',
          aside: 'meetings and POA by entry, closed ARR by billing start',
          table: 'months',
          series: [
            { column: 'upsell.meetings', kind: 'stacked', colour: 'c-upsell' },
            { column: 'renewal.meetings', kind: 'stacked', colour: 'c-renewal' },
            { column: 'upsell.poa', kind: 'bar', colour: 'step-2', label: 'POA' },
            { column: 'upsell.arr', kind: 'figures', colour: 'ink-2', label: 'ARR closed' },
          ],
        },
      ],
    },
    {
      height: 240,
      blocks: [
        {
          kind: 'table',
          heading: 'Partner performance',
          label: 'Partner',
          aside: 'stages today, each deal once',
          labels: {
            'upsell.meetings': 'Upsells',
            'renewal.meetings': 'Renewals',
            'upsell.poa': 'POA',
            'upsell.arr': 'ARR closed',
          },
          empty: 'No upsell and no renewal in this period.',
          table: 'partners',
          bar: 'upsell.arr',
        },
      ],
    },
    {
      widths: [1, 1],
      blocks: [
        {
          kind: 'records',
          name: 'upsells',
          metric: 'upsell.meetings',
          heading: 'Upsell intros',
          empty: 'No upsell meeting in this period.',
          columns: ['discovery_date', 'bdr', 'owner', 'stage'],
          filters: [{ field: 'bdr', of: 'partners' }, { field: 'stage' }],
        },
        {
          kind: 'records',
          name: 'renewals',
          metric: 'renewal.meetings',
          heading: 'Renewal intros',
          empty: 'No renewal meeting in this period.',
          columns: ['discovery_date', 'bdr', 'owner', 'stage'],
          filters: [{ field: 'bdr', of: 'partners' }, { field: 'stage' }],
        },
      ],
    },
    {
      blocks: [
        {
          kind: 'records',
          name: 'poa',
          metric: 'upsell.poa',
          heading: 'POA of upsells and renewals',
          empty: 'No POA of an upsell or renewal in this period.',
          columns: ['poa_date', 'bdr', 'owner', 'type_of_deal', 'stage', 'expected_arr'],
          filters: [{ field: 'bdr', of: 'partners' }, { field: 'stage' }],
          sort: '-poa_date',
        },
      ],
    },
  ],
} as const satisfies ScreenEntry;
