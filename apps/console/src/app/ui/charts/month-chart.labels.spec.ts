import { TestBed } from '@angular/core/testing';
import { Formats } from '../base/formats';
import type { ChartColours } from '../base/chart-colours';
import type { FilledSeries } from './chart-series';
import { monthChartFigures, monthChartLabels } from './month-chart.labels';

const colours = new Proxy({}, { get: (_, token) => String(token) }) as ChartColours;
const series = (change: Partial<FilledSeries>): FilledSeries => ({
  column: change.label ?? 'a',
  kind: 'bar',
  colour: 'accent',
  label: 'a',
  unit: 'count',
  metric: null,
  before: null,
  values: [4, 0, 7],
  ...change,
});

const dataOf = (all: FilledSeries[], now = '2026-11') => ({
  steps: ['2026-09', '2026-10', '2026-11'],
  series: all,
  shown: new Set(all.map(({ column }) => column)),
  now,
  beforeName: '',
});

const labels = (all: FilledSeries[], now?: string) =>
  monthChartLabels(dataOf(all, now), TestBed.inject(Formats), colours).map(({ dataset, texts }) => [
    dataset,
    ...texts,
  ]);

describe('the numbers written into a chart', () => {
  it('are above each bar that has a value', () => {
    expect(labels([series({ unit: 'money', values: [90_000, null, 0] })])).toEqual([[0, '$90K', '', '']]);
  });

  it('are above the total of a stack, not in its parts', () => {
    expect(
      labels([series({ kind: 'stacked', label: 'part' }), series({ kind: 'total', label: 'total' })]),
    ).toEqual([[1, '4', '', '7']]);
  });

  it('are at the end of a line only, which ends today, and after those of the bars', () => {
    const all = [series({ kind: 'line', label: 'a', values: [4, 5, 7] }), series({ label: 'b' })];
    expect(labels(all)).toEqual([
      [1, '4', '', '7'],
      [0, '', '', '7'],
    ]);
    expect(labels(all, '2026-10')[1]).toEqual([0, '', '5', '']);
  });

  it('are below the months where they have another unit', () => {
    const arr = series({ kind: 'figures', label: 'ARR', unit: 'money', values: [90_000, 0, null] });
    const data = dataOf([series({}), arr]);
    expect(labels([arr])).toEqual([]);
    expect(monthChartFigures(data, TestBed.inject(Formats))).toEqual({
      label: 'ARR',
      texts: ['$90K', '–', '–'],
    });
    expect(monthChartFigures(dataOf([series({})]), TestBed.inject(Formats))).toBeNull();
  });
});
