import { TestBed } from '@angular/core/testing';
import { Formats } from '../base/formats';
import type { ChartColours } from '../base/chart-colours';
import type { FilledSeries } from './chart-series';
import { monthChartLabels } from './month-chart.labels';

const colours = new Proxy({}, { get: (_, token) => String(token) }) as ChartColours;
const series = (change: Partial<FilledSeries>): FilledSeries => ({
  column: change.label ?? 'a',
  kind: 'bar',
  colour: 'accent',
  label: 'a',
  unit: 'count',
  metric: null,
  values: [4, 0, 7],
  ...change,
});

function labels(all: FilledSeries[], off: string[] = []) {
  const shown = new Set(all.map(({ column }) => column).filter((each) => !off.includes(each)));
  const data = { months: ['2026-09', '2026-10', '2026-11'], series: all, shown, thisMonth: '2026-11' };
  return monthChartLabels(data, TestBed.inject(Formats), colours).map(({ dataset, texts }) => [
    dataset,
    ...texts,
  ]);
}

describe('the numbers written into a chart', () => {
  it('are above each bar that has a value', () => {
    expect(labels([series({ unit: 'money', values: [90_000, null, 0] })])).toEqual([[0, '$90K', '', '']]);
  });

  it('are above the total of a stack, not in its parts', () => {
    expect(
      labels([series({ kind: 'stacked', label: 'part' }), series({ kind: 'line', label: 'total' })]),
    ).toEqual([[1, '4', '', '7']]);
  });

  it('are at the end of secondary lines', () => {
    const all = [series({ kind: 'line', label: 'a' }), series({ kind: 'line', label: 'b' })];
    expect(labels(all)).toEqual([
      [0, '4', '', '7'],
      [1, '', '', '7'],
    ]);
    expect(labels(all, ['a'])[1]).toEqual([1, '4', '', '7']);
  });

  it('are left out where a line crosses bars', () => {
    const parts = [series({ kind: 'stacked', label: 'part', values: [6, 0, 7] })];
    expect(labels([...parts, series({ kind: 'line', label: 'line' })])).toEqual([[1, '', '', '7']]);
  });

  it('are never on lines of the second axis', () => {
    expect(labels([series({}), series({ kind: 'line', axis: 'right', label: 'b' })])).toHaveLength(1);
  });
});
