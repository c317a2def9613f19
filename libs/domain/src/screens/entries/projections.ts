import type { ScreenEntry } from './screen-entry.js';

/** What is about to close: what it comes to, who is met in the next days, and when it is expected. */
export const PROJECTIONS = {
  name: 'projections',
  summary:
    'Legals, proposals and meetings to come; Closing Projections as it is before anybody moves a deal.',
  tables: {
    closing: {
      description: 'What closes this month, by AE.',
      content: { kind: 'metrics', by: 'owner', columns: ['closing.count', 'closing.value'] },
    },
    owners: {
      description:
        'By AE, three columns for each column of the board: `<column>.deals`, `<column>.value`, `<column>.projected`.',
      content: { kind: 'owner_projections' },
    },
  },
  boards: {
    board: { description: 'Closing Projections in its default order.', columns: 'closing_projections' },
  },
  rows: [
    {
      blocks: [
        {
          kind: 'own',
          name: 'closing-figures',
          metrics: [
            'closing.count',
            'closing.value',
            'legals.count',
            'legals.value',
            'proposal.count',
            'proposal.value',
            'poa.upcoming',
            'poa.upcoming_value',
          ],
        },
      ],
    },
    { height: 620, blocks: [{ kind: 'own', name: 'closing-board' }] },
    {
      widths: [3, 2],
      height: 300,
      blocks: [
        {
          kind: 'records',
          name: 'closing',
          metric: 'closing.count',
          heading: 'Closing this month',
          empty: 'No deal has its billing start in this month.',
          columns: ['billing_start', 'owner', 'stage', 'value'],
          sort: 'billing_start',
          rows: 8,
        },
        {
          kind: 'table',
          heading: 'Closing this month by AE',
          aside: 'billing starts in it',
          empty: 'No deal has its billing start in this month.',
          labels: { 'closing.count': 'Deals', 'closing.value': 'Value' },
          table: 'closing',
          bar: 'closing.value',
        },
      ],
    },
    {
      widths: [4, 1],
      height: 280,
      blocks: [
        { kind: 'own', name: 'owner-projections' },
        { kind: 'own', name: 'next-days' },
      ],
    },
  ],
} as const satisfies ScreenEntry;
