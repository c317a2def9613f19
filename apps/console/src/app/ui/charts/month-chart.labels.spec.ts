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
  it('stand over each bar, and nothing over an empty one', () => {
    expect(labels([series({ unit: 'money', values: [90_000, null, 0] })])).toEqual([[0, '$90K', '', '']]);
  });

  it('stand over the total of a stack, not in its parts', () => {
    expect(
      labels([series({ kind: 'stacked', label: 'part' }), series({ kind: 'line', label: 'total' })]),
    ).toEqual([[1, '4', '', '7']]);
  });

  it('stand at the end of a line that accompanies others', () => {
    const all = [series({ kind: 'line', label: 'a' }), series({ kind: 'line', label: 'b' })];
    expect(labels(all)).toEqual([
      [0, '4', '', '7'],
      [1, '', '', '7'],
    ]);
    expect(labels(all, ['a'])[1]).toEqual([1, '4', '', '7']);
  });

  it('do not stand in the bars that a line runs through', () => {
    const parts = [series({ kind: 'stacked', label: 'part', values: [6, 0, 7] })];
    expect(labels([...parts, series({ kind: 'line', label: 'line' })])).toEqual([[1, '', '', '7']]);
  });

  it('never stand on a line of the second axis', () => {
    expect(labels([series({}), series({ kind: 'line', axis: 'right', label: 'b' })])).toHaveLength(1);
  });
});
