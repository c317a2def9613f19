import { screen } from '../testing/answers';
import { offeredSeries, revenueLegend, revenueTable } from './revenue-table';

const answer = screen();

describe('revenue by month as a table', () => {
  it('totals months by their running sums, and these not at all', () => {
    const table = revenueTable(answer, ['closed', 'target', 'cumulative_closed']);
    expect(table.totals).toEqual([600_000, 1_200_000, null]);
    expect(table.rows[2]).toMatchObject({ key: '2026-09', values: [100_000, 200_000, 300_000] });
  });

  it('opens closed deals and created pipe, but no target', () => {
    const { columns } = revenueTable(answer, ['closed', 'target', 'created']);
    expect(columns.map(({ metric }) => metric)).toEqual(['period.closed', null, 'pipe.created']);
  });

  it('offers no series that has no value', () => {
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
