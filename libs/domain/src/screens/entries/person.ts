import type { ScreenEntry } from './screen-entry.js';

/**
 * One person, as AE or as BDR: the numbers of the catalogue, narrowed to the deals that name the person. Asked without
 * such a filter it is about everybody.
 */
export const PERSON = {
  name: 'person',
  summary:
    'What one person brings, closes and has open: filtered by `owner` or `bdr`, the numbers of that person.',
  tables: {
    bdrs: {
      description:
        'Who brought the meetings: `meetings.total`, `meetings.relevant`, `relevance.rate`, `goal`, `progress`.',
      content: { kind: 'bdr_goals', ofPerson: true },
    },
    owners: {
      description: 'Who works on the deals.',
      content: {
        kind: 'metrics',
        by: 'owner',
        columns: ['intros.attended', 'poa.generated', 'deals.closed', 'deals.arr', 'pipe.active'],
      },
    },
  },
  boards: {},
  rows: [
    { blocks: [{ kind: 'own', name: 'person' }] },
    {
      blocks: [
        {
          kind: 'band',
          label: 'Meetings and what became of them',
          numbers: [
            'meetings.total',
            'relevance.rate',
            'intros.attended',
            'attendance.rate',
            'poa.generated',
            'conversion.intro_to_poa',
            'conversion.poa_to_close',
          ],
        },
      ],
    },
    {
      height: 134,
      blocks: [
        {
          kind: 'band',
          label: 'Deals and pipe',
          numbers: [
            'deals.closed',
            'deals.arr',
            { metric: 'deals.average', label: 'Average deal' },
            'pipe.created',
            'pipe.active',
            'pipe.active_weighted',
            'poa.upcoming',
          ],
        },
      ],
    },
    {
      widths: [1, 1],
      stacksBelow: 900,
      height: 320,
      blocks: [
        {
          kind: 'chart',
          name: 'person-meetings',
          heading: 'Meetings',
          aside: 'by the date a deal entered',
          table: 'months',
          series: [
            { column: 'intros.attended', kind: 'bar', colour: 'step-1' },
            { column: 'poa.generated', kind: 'bar', colour: 'step-2' },
            { column: 'meetings.total', kind: 'figures', colour: 'ink-2', label: 'All meetings' },
          ],
        },
        {
          kind: 'chart',
          name: 'person-closed',
          heading: 'ARR closed',
          aside: 'by billing start',
          table: 'months',
          series: [{ column: 'deals.arr', kind: 'bar', colour: 'accent' }],
        },
      ],
    },
    {
      widths: [1, 1],
      blocks: [
        {
          kind: 'table',
          heading: 'Meetings by BDR',
          aside: 'against the goal of the period',
          empty: 'No meetings in this period.',
          table: 'bdrs',
          bar: 'progress',
        },
        {
          kind: 'table',
          heading: 'Deals by AE',
          aside: 'who works on them',
          empty: 'No deals in this period.',
          table: 'owners',
          bar: 'deals.arr',
          notFor: 'owner',
        },
      ],
    },
    {
      widths: [1, 1],
      blocks: [
        {
          kind: 'records',
          name: 'upcoming',
          metric: 'poa.upcoming',
          heading: 'Upcoming POA',
          empty: 'No POA is to come.',
          columns: ['poa_date', 'owner', 'stage', 'value'],
          notOnMaster: ['owner'],
          sort: 'poa_date',
        },
        {
          kind: 'records',
          name: 'closed',
          metric: 'deals.closed',
          heading: 'Closed deals',
          empty: 'No deal closed with its billing start in this period.',
          columns: ['billing_start', 'owner', 'bdr', 'expected_arr'],
          notOnMaster: ['owner'],
          sort: '-billing_start',
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
          columns: ['owner', 'bdr', 'stage', 'age', 'pipeline', 'weight', 'weighted'],
          filters: [{ field: 'stage', only: 'open' }, { field: 'source_group' }],
          sort: '-weighted',
          rows: 8,
        },
      ],
    },
    {
      blocks: [
        {
          kind: 'records',
          name: 'meetings',
          metric: 'meetings.total',
          heading: 'Meetings',
          empty: 'No meetings in this period.',
          columns: ['discovery_date', 'owner', 'bdr', 'source_group', 'relevance', 'show_noshow', 'stage'],
          filters: [{ field: 'relevance' }, { field: 'source_group' }, { field: 'stage' }],
          rows: 8,
        },
      ],
    },
  ],
} as const satisfies ScreenEntry;
