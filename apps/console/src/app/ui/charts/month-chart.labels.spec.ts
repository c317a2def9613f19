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
  isNarrow: false,
});

const labels = (all: FilledSeries[], now?: string) =>
  monthChartLabels(dataOf(all, now), TestBed.inject(Formats), colours).map(({ dataset, texts }) => [
    dataset,
    ...texts,
  ]);
const figures = (all: FilledSeries[], now?: string) =>
  monthChartFigures(dataOf(all, now), TestBed.inject(Formats)).map(({ label, texts }) => [label, ...texts]);

describe('the numbers written into a chart', () => {
  it('are above each bar that has a value', () => {
    expect(labels([series({ unit: 'money', values: [90_000, null, 0] })])).toEqual([[0, '$90K', '', '']]);
  });

  it('are above the total of a stack, not in its parts', () => {
    expect(
      labels([series({ kind: 'stacked', label: 'part' }), series({ kind: 'total', label: 'total' })]),
    ).toEqual([[1, '4', '', '7']]);
  });

  it('are within the parts of a stack without a total', () => {
    const [part] = monthChartLabels(dataOf([series({ kind: 'stacked' })]), TestBed.inject(Formats), colours);
    expect(part).toMatchObject({ texts: ['4', '', '7'], isInside: true });
  });

  it('of bars beside each other are in rows on a phone, of a single bar above it', () => {
    const [formats, bars] = [TestBed.inject(Formats), [series({ label: 'a' }), series({ label: 'b' })]];
    const narrow = (all: FilledSeries[]) => ({ ...dataOf(all), isNarrow: true });
    expect(monthChartLabels(narrow(bars), formats, colours)).toEqual([]);
    expect(monthChartFigures(narrow(bars), formats).map(({ label, texts }) => [label, ...texts])).toEqual([
      ['a', '4', '–', '7'],
      ['b', '4', '–', '7'],
    ]);
    expect(monthChartLabels(narrow(bars.slice(1)), formats, colours)).toHaveLength(1);
    expect(monthChartFigures(narrow(bars.slice(1)), formats)).toEqual([]);
  });

  it('of the parts of a stack without a total are in rows on a phone', () => {
    const parts = [series({ kind: 'stacked', label: 'a' }), series({ kind: 'stacked', label: 'b' })];
    const rows = (all: FilledSeries[]) =>
      monthChartFigures({ ...dataOf(all), isNarrow: true }, TestBed.inject(Formats)).map(
        ({ label }) => label,
      );
    expect(rows(parts)).toEqual(['a', 'b']);
    expect(rows([...parts, series({ kind: 'total', label: 'total' })])).toEqual([]);
  });

  it('have a shorter form for where there is little room', () => {
    const [money] = monthChartLabels(
      dataOf([series({ unit: 'money', values: [24_400_000, 3199, null] })]),
      TestBed.inject(Formats),
      colours,
    );
    expect(money).toMatchObject({ texts: ['$24.4M', '$3.2K', ''], shorter: ['$24M', '$3.2K', ''] });
  });

  it('are below the months where they have another unit', () => {
    const arr = series({ kind: 'figures', label: 'ARR', unit: 'money', values: [90_000, 0, null] });
    expect(labels([arr])).toEqual([]);
    expect(figures([series({}), arr])).toEqual([['ARR', '$90K', '–', '–']]);
    expect(figures([series({})])).toEqual([]);
  });

  it('are below the months where a line is shown, which would cross them: a running sum as far as it goes', () => {
    const line = series({ kind: 'line', label: 'All', values: [4, 5, 7] });
    expect(labels([line])).toEqual([]);
    expect(figures([line])).toEqual([['All', '4', '5', '7']]);
    expect(figures([line], '2026-10')).toEqual([['All', '4', '5', '7']]);
    const sum = series({ kind: 'line', label: 'Sum', sumOf: 'added', values: [4, 9, 9] });
    expect(figures([series({ label: 'added', values: [4, 5, 0] }), sum], '2026-10')).toEqual([
      ['added', '4', '5', '–'],
      ['Sum', '4', '9', '–'],
    ]);
    expect(labels([series({}), line])).toEqual([]);
    const hidden = { ...dataOf([line]), shown: new Set<string>() };
    expect(monthChartFigures(hidden, TestBed.inject(Formats))).toEqual([]);
  });
});
