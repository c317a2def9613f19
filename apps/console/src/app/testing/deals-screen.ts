import type { ScreenAnswer } from '@app/contracts';
import { number } from './answers';
import { column, screenParts, table } from './tables';

const money = { unit: 'money' } as const;

/** Answer of the screen Deals & pipeline. */
export const dealsScreen = (
  change: Partial<ScreenAnswer<'deals-pipeline'>> = {},
): ScreenAnswer<'deals-pipeline'> => ({
  ...screenParts({
    metrics: {
      'deals.closed': number(7, { target: 12, progress: 7 / 12, pace: 0.79, status: 'at_risk' }),
      'deals.arr': number(320_000),
      'deals.mrr': number(26_667),
      'deals.average': number(320_000 / 7),
      'pipe.created': number(1_900_000),
      'pipe.created_weighted': number(610_000),
      'pipe.active': number(2_500_000),
      'pipe.active_weighted': number(900_000),
      'deals.open': number(41),
      'pipe.cumulative_weighted': number(450_000),
      'pipe.old': number(700_000),
      'pipe.old_count': number(18),
      'pipe.old_clients': number(16),
    },
    notes: { 'pipe.active_weighted': [{ kind: 'weightless', deals: 9, pipe: 210_000 }] },
    months: table(
      'month',
      [
        column('deals.closed', { label: 'Deals closed' }),
        column('deals.arr', { ...money, label: 'ARR closed' }),
        column('pipe.created', { ...money, label: 'New pipe' }),
        column('pipe.created_weighted', { ...money, label: 'New pipe, weighted' }),
      ],
      [
        ['2026-10', 4, 200_000, 900_000, 300_000],
        ['2026-11', 3, 120_000, 1_000_000, 310_000],
      ],
      [7, 320_000, 1_900_000, 610_000],
    ),
  }),
  owners: table(
    'owner',
    [
      column('pipe.active', money),
      column('pipe.active_weighted', money),
      column('pipe.created', money),
      column('pipe.created_weighted', money),
      column('deals.open'),
    ],
    [
      ['camille', 1_500_000, 600_000, 1_000_000, 400_000, 21],
      ['hugo', 1_000_000, 300_000, 900_000, 210_000, 20],
    ],
    [2_500_000, 900_000, 1_900_000, 610_000, 41],
  ),
  cumulative: table(
    'month',
    [
      column('pipe.cumulative_weighted', money),
      column('cumulative', { ...money, label: 'cumulative', metric: null }),
    ],
    [
      ['2026-10', 250_000, 250_000],
      ['2026-11', 200_000, 450_000],
    ],
    [450_000, null],
  ),
  weights: [
    { stage: 'C Proposal sent', source: 'any', weight: 0.5, after: { days: 90, weight: 0.3 } },
    { stage: 'B Legals', source: 'Inbound', weight: 0.9, after: null },
  ],
  ...change,
});
