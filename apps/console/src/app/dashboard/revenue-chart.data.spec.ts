import { screen } from '../testing/answers';
import type { ChartColours } from '../ui/base/chart-colours';
import { FIRST_SHOWN, datasetOf, hasSums, revenueChart } from './revenue-chart.data';
import { revenueSteps } from './revenue-table';

const colours = new Proxy({}, { get: (_, token) => String(token) }) as ChartColours;
const months = revenueSteps(screen());
const ALL_SUMS = new Set(['closed', 'target', 'cumulative_closed', 'cumulative_target']);
const chart = (thisMonth = '2026-12', shown = FIRST_SHOWN) =>
  revenueChart(
    months,
    shown,
    colours,
    months.map(({ key }) => key),
    thisMonth,
  );

describe('the chart of revenue by month', () => {
  it('shows closed deals and targets, the sums and the pipe on demand', () => {
    expect(chart().datasets.map(({ hidden }) => hidden)).toEqual([false, false, true, true, true, true]);
  });

  it('has a band for the running sums while one of them is shown', () => {
    const axes = (shown = ALL_SUMS) => chart('2026-12', shown).datasets.map(({ yAxisID }) => yAxisID ?? 'y');
    expect(axes()).toEqual(['y', 'y', 'sum', 'sum', 'y', 'y']);
    expect(hasSums(months, FIRST_SHOWN)).toBe(false);
    expect(axes(new Set(FIRST_SHOWN))).toEqual(Array(6).fill('y'));
  });

  it('has no band for a single month', () => {
    expect(hasSums(months.slice(0, 1), ALL_SUMS)).toBe(false);
  });

  it('has no band for targets that are not set', () => {
    const untargeted = months.map((month) => ({ ...month, cumulative_target: null }));
    expect(hasSums(untargeted, new Set(['closed', 'target', 'cumulative_target']))).toBe(false);
  });

  it('draws each series from its own numbers', () => {
    const { datasets } = chart();
    expect(datasets[datasetOf('closed')]?.data).toEqual(Array(6).fill(100_000));
    expect(datasets[datasetOf('target')]?.data).toEqual(Array(6).fill(200_000));
    expect(datasets[datasetOf('created')]?.data).toEqual(Array(6).fill(50_000));
  });

  it('leaves the bars empty that are not over, and ends the lines of the pipe there', () => {
    const { datasets } = chart('2026-11');
    expect(datasets[datasetOf('closed')]?.backgroundColor).toEqual([
      ...Array<string>(4).fill('accent'),
      'surface',
      'surface',
    ]);
    expect(datasets[datasetOf('created')]?.data).toEqual([...Array<number>(5).fill(50_000), null]);
  });

  it('ends the running sum today, unless later deals are signed', () => {
    const quiet = months.map((month, at) =>
      at > 3 ? { ...month, closed: 0, cumulative_closed: 400_000 } : month,
    );
    const soFar = revenueChart(quiet, ALL_SUMS, colours, [], '2026-11').datasets[
      datasetOf('cumulative_closed')
    ];
    expect(soFar?.data).toEqual([100_000, 200_000, 300_000, 400_000, 400_000, null]);
    expect(chart('2026-11').datasets[datasetOf('cumulative_closed')]?.data.at(-1)).toBe(600_000);
  });
});
