import { TestBed } from '@angular/core/testing';
import type { Chart } from 'chart.js';
import { column, table } from '../../testing/tables';
import { Formats } from '../base/formats';
import type { ChartColours } from '../base/chart-colours';
import { filledSeries } from './chart-series';
import type { FigureRow } from './figure-row';
import { monthChartOptions } from './month-chart.options';

const colours = new Proxy({}, { get: (_, token) => String(token) }) as ChartColours;
const steps = table(
  'month',
  [column('deals.closed'), column('deals.arr', { unit: 'money' })],
  [
    ['2026-10', 3, 90_000],
    ['2026-11', 2, 40_000],
  ],
);
const SERIES = filledSeries(steps, [
  { column: 'deals.arr', kind: 'bar', colour: 'accent', label: 'ARR' },
  { column: 'deals.closed', kind: 'figures', colour: 'ink-2', label: 'Deals' },
]);

function options(shown: string[], open = vi.fn(), figures: readonly FigureRow[] = [], isNarrow = false) {
  return monthChartOptions({
    steps: ['2026-10', '2026-11'],
    series: SERIES,
    figures,
    shown: new Set(shown),
    now: '2026-11',
    beforeName: 'H1 2026',
    isNarrow,
    colours,
    formats: TestBed.inject(Formats),
    open,
  });
}

describe('the options of a chart by month', () => {
  it('have one axis, and room below the months for rows of figures', () => {
    const bottom = (...figures: FigureRow[]) => options(['deals.arr'], vi.fn(), figures).layout?.padding;
    const row = { label: 'Deals', texts: ['3', '2'], shorter: ['3', '2'] };
    expect(bottom()).toEqual({ top: 22, bottom: 0 });
    expect(bottom(row)).toEqual({ top: 22, bottom: 24 });
    expect(bottom(row, row)).toEqual({ top: 22, bottom: 48 });
    expect(Object.keys(options(['deals.arr']).scales ?? {})).toEqual(['x', 'y', 'figures']);
  });

  it('have more room for each row on a phone, and none beside the axis for its name', () => {
    const row = { label: 'Deals', texts: ['3', '2'], shorter: ['3', '2'] };
    const narrow = options(['deals.arr'], vi.fn(), [row], true);
    expect(narrow.layout?.padding).toEqual({ top: 22, bottom: 40 });
    const axis = { width: 30, ctx: { save: vi.fn(), restore: vi.fn(), measureText: () => ({ width: 90 }) } };
    const widthOf = ({ scales }: typeof narrow) => {
      const fitted = { ...axis };
      scales?.y?.afterFit?.(fitted as never);
      return fitted.width;
    };
    expect(widthOf(narrow)).toBe(30);
    expect(widthOf(options(['deals.arr'], vi.fn(), [row]))).toBe(100);
  });

  it('end the axis at or above the highest of what is drawn', () => {
    expect(options(['deals.arr']).scales?.y).toMatchObject({ min: 0, max: 100_000 });
    expect(options([]).scales?.y).toMatchObject({ min: 0, max: 1 });
  });

  it('write the axis of money short', () => {
    const ticks = options(['deals.arr']).scales?.y?.ticks as { callback(value: number): string };
    expect([0, 90_000].map((value) => ticks.callback(value))).toEqual(['0', '$90K']);
  });

  it('open the mark that was hit, or the month beside its marks', () => {
    const open = vi.fn();
    const click = (hit: { index: number; datasetIndex: number }[]) => {
      const chart = { getElementsAtEventForMode: () => hit } as unknown as Chart;
      const found = [{ index: 1, datasetIndex: 0, element: {} }];
      options(['deals.arr'], open).onClick?.({ native: new Event('click') } as never, found as never, chart);
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
