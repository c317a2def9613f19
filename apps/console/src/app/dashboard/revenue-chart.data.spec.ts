import { screen } from '../testing/answers';
import type { ChartColours } from '../ui/charts/chart-colours';
import { FIRST_SHOWN, datasetOf, revenueChart } from './revenue-chart.data';

const colours = new Proxy({}, { get: (_, token) => String(token) }) as ChartColours;
const months = screen().revenue_by_month;
const chart = (thisMonth = '2026-12', shown = FIRST_SHOWN) =>
  revenueChart(
    months,
    shown,
    colours,
    months.map(({ month }) => month),
    thisMonth,
  );

describe('the chart of revenue by month', () => {
  it('shows what closed and what was planned, the rest on demand', () => {
    expect(chart().datasets.map(({ hidden }) => hidden)).toEqual([false, false, true, true, true, true]);
  });

  it('draws each series from its own numbers', () => {
    const { datasets } = chart();
    expect(datasets[datasetOf('closed')]?.data).toEqual(Array(6).fill(100_000));
    expect(datasets[datasetOf('target')]?.data).toEqual(Array(6).fill(200_000));
    expect(datasets[datasetOf('created')]?.data).toEqual(Array(6).fill(50_000));
  });

  it('ends the running sum today, unless something is signed for later', () => {
    const quiet = months.map((month, at) =>
      at > 3 ? { ...month, closed: 0, cumulative_closed: 400_000 } : month,
    );
    const soFar = revenueChart(quiet, FIRST_SHOWN, colours, [], '2026-11').datasets[
      datasetOf('cumulative_closed')
    ];
    expect(soFar?.data).toEqual([100_000, 200_000, 300_000, 400_000, 400_000, null]);
    expect(chart('2026-11').datasets[datasetOf('cumulative_closed')]?.data.at(-1)).toBe(600_000);
  });
});
