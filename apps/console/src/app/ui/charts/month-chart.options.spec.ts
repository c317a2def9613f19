import { TestBed } from '@angular/core/testing';
import type { Chart } from 'chart.js';
import { column, table } from '../../testing/tables';
import { Formats } from '../base/formats';
import type { ChartColours } from '../base/chart-colours';
import { filledSeries } from './chart-series';
import { monthChartOptions } from './month-chart.options';

const colours = new Proxy({}, { get: (_, token) => String(token) }) as ChartColours;
const months = table(
  'month',
  [column('deals.closed'), column('deals.arr', { unit: 'money' })],
  [
    ['2026-10', 3, 90_000],
    ['2026-11', 2, 40_000],
  ],
);
const SERIES = filledSeries(months, [
  { column: 'deals.closed', kind: 'bar', colour: 'accent', label: 'Closed' },
  { column: 'deals.arr', kind: 'line', colour: 'c-outbound', label: 'ARR', axis: 'right' },
]);

function options(shown: string[], open = vi.fn(), series = SERIES) {
  return monthChartOptions({
    months: ['2026-10', '2026-11'],
    series,
    shown: new Set(shown),
    thisMonth: '2026-11',
    colours,
    formats: TestBed.inject(Formats),
    open,
  });
}

describe('the options of a chart by month', () => {
  it('label both axes when there are two units, and neither when there is one', () => {
    const titles = (shown: string[]) =>
      Object.entries(options(shown).scales ?? {}).flatMap(([name, scale]) => {
        const title = scale && 'title' in scale ? scale.title : undefined;
        return title?.display ? [`${name}: ${String(title.text)}`] : [];
      });
    expect(titles(['deals.closed', 'deals.arr'])).toEqual(['y: Closed', 'right: ARR']);
    expect(titles(['deals.closed'])).toEqual([]);
  });

  it('name an axis of several series by what they count', () => {
    const both = [...SERIES, ...SERIES.map((each) => ({ ...each, column: `${each.column}.2` }))];
    const { scales } = options(
      both.map(({ column }) => column),
      vi.fn(),
      both,
    );
    expect(scales?.y && 'title' in scales.y && scales.y.title?.text).toBe('Number of deals');
  });

  it('write the axis of money short', () => {
    const ticks = options(['deals.arr']).scales?.right?.ticks as { callback(value: number): string };
    expect([0, 90_000].map((value) => ticks.callback(value))).toEqual(['0', '$90K']);
  });

  it('open the mark that was hit, or the month beside its marks', () => {
    const open = vi.fn();
    const click = (hit: { index: number; datasetIndex: number }[]) => {
      const chart = { getElementsAtEventForMode: () => hit } as unknown as Chart;
      const found = [{ index: 1, datasetIndex: 0, element: {} }];
      options(['deals.closed'], open).onClick?.(
        { native: new Event('click') } as never,
        found as never,
        chart,
      );
    };
    click([{ index: 1, datasetIndex: 1 }]);
    click([]);
    expect(open.mock.calls).toEqual([
      [1, 1],
      [1, null],
    ]);
  });

  it('have no animation', () => {
    expect(options([]).animation).toBe(false);
  });
});
