import type { ScreenEntry } from './screen-entry.js';

/** Second of the funnel: which meetings took place, what became of them, and by whom. */
export const MEETINGS_ATTENDED = {
  name: 'meetings-attended',
  summary:
    'Meetings that took place, POAs and closed deals, by AE. Meetings are compared with the target of scheduled ones.',
  // Here, meetings are those that were scheduled.
  targets: { meetings: 'scheduled' },
  tables: {
    owners: {
      description: 'AE performance.',
      content: {
        kind: 'metrics',
        by: 'owner',
        columns: [
          'intros.attended',
          'intros.relevant',
          'poa.generated',
          'deals.closed',
          'deals.arr',
          'conversion.intro_to_poa',
          'conversion.poa_to_close',
        ],
      },
    },
  },
  boards: {},
  rows: [
    {
      blocks: [
        {
          kind: 'band',
          label: 'Meetings and what became of them',
          numbers: [
            { metric: 'meetings.total', label: 'Scheduled' },
            'intros.attended',
            'attendance.rate',
            'poa.generated',
            'conversion.intro_to_poa',
            'deals.closed',
            'conversion.poa_to_close',
          ],
        },
      ],
    },
    {
      widths: [2, 1],
      stacksBelow: 900,
      height: 320,
      blocks: [
        {
          kind: 'chart',
          name: 'attended',
          heading: '',
          aside: 'intros and POA by entry, closed deals by billing start',
          table: 'months',
          series: [
            { column: 'intros.attended', kind: 'bar', colour: 'step-1' },
            { column: 'poa.generated', kind: 'bar', colour: 'step-2' },
            { column: 'deals.closed', kind: 'bar', colour: 'accent' },
            {
              column: 'meetings.total',
              kind: 'line',
              colour: 'ink-3',
              label: 'Scheduled',
              isDashed: true,
              isOff: true,
            },
          ],
        },
        { kind: 'own', name: 'ae-cards' },
      ],
    },
    {
      height: 320,
      blocks: [
        {
          kind: 'table',
          heading: 'AE performance',
          aside: 'totals are the numbers above',
          table: 'owners',
          bar: 'deals.arr',
        },
      ],
    },
    {
      // The first has the longer words.
      widths: [8, 7],
      // Six columns of which only names may be cut.
      stacksBelow: 1440,
      blocks: [
        {
          kind: 'records',
          name: 'intros',
          metric: 'intros.attended',
          heading: 'Intros attended',
          empty: 'No meeting took place in this period.',
          columns: ['discovery_date', 'owner', 'source_group', 'relevance', 'stage'],
          notOnMaster: ['source_group'],
          filters: [{ field: 'relevance' }, { field: 'source_group' }],
        },
        {
          kind: 'records',
          name: 'poa',
          metric: 'poa.generated',
          heading: 'POA generated',
          empty: 'No POA in this period.',
          columns: ['discovery_date', 'poa_date', 'owner', 'stage', 'expected_arr'],
          notOnMaster: ['discovery_date'],
          filters: [{ field: 'stage' }],
          sort: '-poa_date',
        },
      ],
    },
  ],
} as const satisfies ScreenEntry;
