import type { ScreenAnswer } from '@app/contracts';
import { number } from './answers';
import { boardColumn } from './board';
import { deal, todayItem } from './deals';
import { screenParts, table } from './tables';

/** Answer of the screen Projections. */
export const projectionsScreen = (
  change: Partial<ScreenAnswer<'projections'>> = {},
): ScreenAnswer<'projections'> => ({
  ...screenParts({
    metrics: {
      'closing.count': number(2),
      'closing.value': number(120_000),
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
  board: [boardColumn('next_14_days')],
  owners: table('owner', [], [], []),
  closing: table('owner', [], [], []),
  ...change,
});
