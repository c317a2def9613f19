import type { ScreenAnswer } from '@app/contracts';
import { number } from './answers';
import { column, compared, screenParts, table } from './tables';

const ratio = { unit: 'ratio' } as const;
const money = { unit: 'money' } as const;

/** Answer of the screen Meetings attended. */
export const attendedScreen = (
  change: Partial<ScreenAnswer<'meetings-attended'>> = {},
): ScreenAnswer<'meetings-attended'> => ({
  ...screenParts({
    metrics: {
      'meetings.total': number(75, { target: 114, progress: 75 / 114, pace: 0.79, status: 'at_risk' }),
      'intros.attended': number(56),
      'attendance.rate': number(56 / 75),
      'poa.generated': number(28),
      'conversion.intro_to_poa': number(0.5),
      'deals.closed': number(7),
      'conversion.poa_to_close': number(0.25),
    },
    notes: { 'conversion.intro_to_poa': [{ kind: 'two_cohorts', deals: null, pipe: null }] },
    comparison: compared({ 'intros.attended': { current: 56, previous: 50, change: 0.12 } }),
    months: table(
      'month',
      [column('meetings.total'), column('intros.attended'), column('poa.generated'), column('deals.closed')],
      [
        ['2026-10', 40, 30, 18, 4],
        ['2026-11', 35, 26, 10, 3],
        ['2026-12', 0, 0, 0, 0],
      ],
      [75, 56, 28, 7],
    ),
  }),
  owners: table(
    'owner',
    [
      column('intros.attended'),
      column('intros.relevant'),
      column('poa.generated'),
      column('deals.closed'),
      column('deals.arr', money),
      column('conversion.intro_to_poa', ratio),
      column('conversion.poa_to_close', ratio),
    ],
    [
      ['camille', 30, 20, 15, 2, 80_000, 0.5, 2 / 15],
      ['hugo', 25, 10, 12, 5, 240_000, 0.48, 5 / 12],
      [null, 1, 0, 1, 0, 0, 1, 0],
    ],
    [56, 30, 28, 7, 320_000, 0.5, 0.25],
  ),
  ...change,
});
