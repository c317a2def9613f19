import type { ScreenAnswer } from '@app/contracts';
import { number } from './answers';
import { boardCard, boardColumn } from './board';
import { deal, todayItem } from './deals';
import { column, screenParts, table } from './tables';

const COLUMNS = ['next_14_days', 'next_30_60_days', 'next_60_90_days'];
const plain = { metric: null } as const;
const money = { ...plain, unit: 'money' } as const;

/** Answer of the screen Projections. */
export const projectionsScreen = (
  change: Partial<ScreenAnswer<'projections'>> = {},
): ScreenAnswer<'projections'> => ({
  ...screenParts({
    metrics: {
      'legals.count': number(3),
      'legals.value': number(300_000),
      'proposal.count': number(1),
      'proposal.value': number(88_000),
      'poa.upcoming': number(5),
      'poa.upcoming_value': number(410_000),
    },
  }),
  legals_and_proposals: 388_000,
  next_days: [
    todayItem({ date: '2026-11-22' }),
    todayItem({ date: '2026-11-24', deal: deal({ id: 'd2', client: 'Orbis Retail', value: 38_000 }) }),
    todayItem({ kind: 'intro', date: '2026-11-24', deal: deal({ id: 'd3', owner: null, value: null }) }),
  ],
  next_days_total: 3,
  board: [
    boardColumn({
      id: 'next_14_days',
      label: 'Next 14 days',
      deals: 3,
      value: 300_000,
      projected: 270_000,
      goal: 250_000,
      progress: 270_000 / 250_000,
      cards: [boardCard({ probability: 90, projected: 108_000 })],
    }),
    boardColumn({
      id: 'next_30_60_days',
      label: 'Next 30-60 days',
      stages: ['C Proposal sent'],
      deals: 1,
      value: 88_000,
      projected: 66_000,
    }),
    boardColumn({
      id: 'next_60_90_days',
      label: 'Next 60-90 days',
      stages: ['D POA Booked'],
      deals: 0,
      value: 0,
      projected: 0,
      cards: [],
    }),
  ],
  owners: table(
    'owner',
    COLUMNS.flatMap((id) => [
      column(`${id}.deals`, plain),
      column(`${id}.value`, money),
      column(`${id}.projected`, money),
    ]),
    [
      ['camille', 2, 200_000, 180_000, 1, 88_000, 66_000, 0, 0, 0],
      [null, 1, 100_000, 90_000, 0, 0, 0, 0, 0, 0],
    ],
    [3, 300_000, 270_000, 1, 88_000, 66_000, 0, 0, 0],
  ),
  ...change,
});
