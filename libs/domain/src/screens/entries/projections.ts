import type { ScreenEntry } from './screen-entry.js';

/** What is about to close: what it comes to, who is met in the next days, and when it is expected. */
export const PROJECTIONS = {
  name: 'projections',
  summary:
    'Legals, proposals and meetings to come; Closing Projections as it is before anybody moves a deal.',
  tables: {
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
      widths: [4, 1],
      height: 280,
      blocks: [
        { kind: 'own', name: 'owner-projections' },
        { kind: 'own', name: 'next-days' },
      ],
    },
  ],
} as const satisfies ScreenEntry;
