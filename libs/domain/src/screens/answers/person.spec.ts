import { day } from '../../period/day.js';
import { recordSetOf } from '../../record-set/record-set-builder.js';
import { screenAsking } from '../../testing/asking.js';
import { aDealWith } from '../../testing/deals.js';
import { numbersOf } from '../../testing/screen-of.js';
import { columnOf } from '../../testing/table.js';

/* H2 2026 seen from 22 November 2026: small enough to check by hand. */

const GOALS = { default: 6, people: {} };

describe('a person', () => {
  const sets = [
    recordSetOf([
      aDealWith({
        discovery_date: day('2026-07-03'),
        owner: 'Ann',
        bdr: 'Ada',
        stage: 'C Proposal sent',
        pipeline: 300.01,
      }),
      aDealWith({
        discovery_date: day('2026-08-20'),
        owner: 'Ann',
        bdr: 'Bob',
        stage: 'B Legals',
        pipeline: 100,
      }),
      aDealWith({ discovery_date: day('2026-09-01'), owner: 'Bob', bdr: 'Ada', stage: 'Lost', pipeline: 50 }),
    ]),
  ];
  const asking = (filters: Record<string, string[]>) =>
    numbersOf('person', sets, screenAsking({ filters }), null, GOALS);
  const valuesOf = ({ metrics }: ReturnType<typeof asking>) =>
    ['meetings.total', 'poa.generated', 'pipe.created', 'pipe.active'].map(
      (id) => metrics[id as keyof typeof metrics]?.value,
    );

  it('has the numbers of the deals that name it as AE, or as BDR', () => {
    expect(valuesOf(asking({ owner: ['Ann'] }))).toEqual([2, 2, 400.01, 400.01]);
    expect(valuesOf(asking({ bdr: ['ada'] }))).toEqual([2, 2, 350.01, 300.01]);
    expect(valuesOf(asking({ owner: ['Ada'] }))).toEqual([0, 0, 0, 0]);
  });

  it('has a goal as BDR, and says for whom the meetings are', () => {
    const { bdrs, owners } = asking({ bdr: ['Ada'] });
    expect(columnOf(bdrs, 'goal')).toEqual({ Ada: 36, total: 36 });
    expect(columnOf(owners, 'pipe.active')).toMatchObject({ Ann: 300.01, total: 300.01 });
  });
});
