import { screen } from '../testing/answers';
import { offeredSeries, revenueLegend, revenueTable } from './revenue-table';

const answer = screen();

describe('revenue by month as a table', () => {
  it('has the running sums as totals', () => {
    const table = revenueTable(answer, ['closed', 'target', 'cumulative_closed']);
    expect(table.totals).toEqual([600_000, 1_200_000, null]);
    expect(table.rows[2]).toMatchObject({ key: '2026-09', values: [100_000, 200_000, 300_000] });
  });

  it('opens closed deals and created pipe, but not targets', () => {
    const { columns } = revenueTable(answer, ['closed', 'target', 'created']);
    expect(columns.map(({ metric }) => metric)).toEqual(['period.closed', null, 'pipe.created']);
  });

  it('leaves out series without values', () => {
    const untargeted = answer.revenue_by_month.map((month) => ({
      ...month,
      target: null,
      cumulative_target: null,
    }));
    const series = offeredSeries({ ...answer, revenue_by_month: untargeted });
    expect(revenueLegend(series).map(({ label }) => label)).toEqual([
      'Closed',
      'Cumulative',
      'Weighted pipe',
      'Pipe created',
    ]);
  });
});
