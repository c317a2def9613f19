import { SOURCE_GROUPS } from '../../normalise/categories.js';
import type { ScreenEntry } from './screen-entry.js';
import { SOURCE_GROUP_STYLES } from './source-groups.js';

/** First of the funnel: how many meetings there are, where they come from, who brings them and what they are worth. */
export const MEETINGS_GENERATION = {
  name: 'meetings-generation',
  summary: 'Meetings by source and by BDR, their relevance, and the deal pipeline.',
  tables: {
    sources: {
      description: 'By source group: `meetings.total` and `share` of the total.',
      content: { kind: 'sources' },
    },
    bdrs: {
      description:
        'BDR performance: `meetings.total`, `meetings.relevant`, `relevance.rate`, `goal`, `progress`.',
      content: { kind: 'bdr_goals' },
    },
  },
  boards: {
    pipeline: { description: 'Deal pipeline in its default order.', columns: 'deal_pipeline' },
  },
  rows: [
    {
      blocks: [
        {
          kind: 'band',
          label: 'Meetings and where they came from',
          numbers: [
            'meetings.total',
            ...SOURCE_GROUPS.map((group) => ({
              metric: `meetings.${group}` as const,
              label: SOURCE_GROUP_STYLES[group].label,
            })),
          ],
          columns: 5,
          hasLead: true,
        },
      ],
    },
    {
      widths: [2, 1.1, 0.9],
      stacksBelow: 900,
      firstAloneBelow: 1280,
      height: 320,
      blocks: [
        {
          kind: 'chart',
          name: 'generation',
          heading: '',
          aside: 'by source',
          table: 'months',
          series: [
            ...SOURCE_GROUPS.map((group) => ({
              column: `meetings.${group}` as const,
              kind: 'stacked' as const,
              ...SOURCE_GROUP_STYLES[group],
            })),
            { column: 'meetings.total', kind: 'total', colour: 'ink-2', label: 'All meetings' },
          ],
        },
        { kind: 'shares', heading: 'Source distribution', table: 'sources', column: 'meetings.total' },
        {
          kind: 'own',
          name: 'relevance',
          metrics: ['meetings.relevant', 'meetings.question_mark', 'meetings.not_relevant', 'relevance.rate'],
        },
      ],
    },
    {
      height: 480,
      blocks: [
        {
          kind: 'board',
          heading: 'Deal pipeline',
          aside: 'open deals without no-shows, whatever their date',
          board: 'pipeline',
        },
      ],
    },
    {
      height: 320,
      blocks: [
        {
          kind: 'records',
          name: 'meetings',
          metric: 'meetings.total',
          heading: 'Meeting details',
          empty: 'No meetings in this period.',
          columns: ['discovery_date', 'bdr', 'source_group', 'relevance', 'owner', 'stage', 'expected_arr'],
          filters: [
            { field: 'bdr', of: 'bdrs' },
            { field: 'source_group' },
            { field: 'relevance' },
            { field: 'stage' },
          ],
          rows: 8,
        },
      ],
    },
    {
      blocks: [
        {
          kind: 'table',
          heading: 'BDR performance',
          aside: 'against the goal of the period',
          empty: 'No meetings in this period.',
          table: 'bdrs',
          bar: 'progress',
        },
      ],
    },
  ],
} as const satisfies ScreenEntry;
