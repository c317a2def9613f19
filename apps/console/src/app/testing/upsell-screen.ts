import type { ScreenAnswer } from '@app/contracts';
import { number } from './answers';
import { column, screenParts, table } from './tables';

const money = { unit: 'money' } as const;

/** Answer of the screen Upsells & renewals. */
export const upsellScreen = (
  change: Partial<ScreenAnswer<'upsell-renew'>> = {},
): ScreenAnswer<'upsell-renew'> => ({
  ...screenParts({
    metrics: {
      'upsell.meetings': number(14, { target: 18, progress: 14 / 18, pace: 0.79, status: 'on_track' }),
      'renewal.meetings': number(6),
      'upsell.poa': number(9),
      'upsell.closed': number(3),
      'upsell.arr': number(96_000),
    },
    months: table(
      'month',
      [
        column('upsell.meetings'),
        column('renewal.meetings'),
        column('upsell.poa'),
        column('upsell.arr', money),
      ],
      [
        ['2026-10', 8, 4, 5, 60_000],
        ['2026-11', 6, 2, 4, 36_000],
      ],
      [14, 6, 9, 96_000],
    ),
  }),
  partners: table(
    'bdr',
    [
      column('upsell.meetings'),
      column('renewal.meetings'),
      column('upsell.poa'),
      column('upsell.arr', money),
      column('stage:B Legals', { label: 'B Legals', metric: null }),
    ],
    [
      ['northwind', 9, 2, 6, 96_000, 3],
      [null, 5, 4, 3, 0, 1],
    ],
    [14, 6, 9, 96_000, 4],
  ),
  ...change,
});
