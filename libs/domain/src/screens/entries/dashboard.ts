import type { ScreenEntry } from './screen-entry.js';

/** The situation of the period on one page; its blocks are its own. */
export const DASHBOARD = {
  name: 'dashboard',
  summary: 'Revenue against its targets, what needs somebody, and what there is to do today.',
  tables: {
    sources: {
      description: 'By source group: `meetings.total` and `share` of the total.',
      content: { kind: 'sources' },
    },
  },
  boards: {},
  rows: [
    {
      blocks: [
        {
          kind: 'own',
          name: 'headline',
          metrics: [
            'revenue.ytd',
            'revenue.target',
            'revenue.expected',
            'revenue.remaining',
            'revenue.gap',
            'pipe.created',
            'pipe.created_weighted',
            'deals.active',
            'pipe.active',
            'pipe.active_weighted',
          ],
        },
      ],
    },
    {
      blocks: [
        { kind: 'own', name: 'revenue' },
        { kind: 'own', name: 'half' },
      ],
    },
    {
      blocks: [
        {
          kind: 'own',
          name: 'meetings',
          metrics: [
            'meetings.total',
            'meetings.inbound',
            'meetings.outbound',
            'meetings.referral',
            'meetings.event',
            'meetings.partner',
            'meetings.upsell',
            'meetings.unassigned',
            'meetings.other',
            'meetings.show',
            'meetings.noshow',
          ],
        },
        {
          kind: 'own',
          name: 'intros',
          metrics: ['intros.attended', 'attendance.rate', 'poa.generated', 'conversion.intro_to_poa'],
        },
        {
          kind: 'own',
          name: 'closed',
          metrics: ['deals.closed', 'deals.arr', 'deals.average', 'conversion.poa_to_close'],
        },
        { kind: 'own', name: 'today', metrics: ['legals.value', 'proposal.value'] },
      ],
    },
    { blocks: [{ kind: 'own', name: 'attention' }] },
  ],
} as const satisfies ScreenEntry;
