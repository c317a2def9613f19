import { column, table } from '../../testing/tables';
import type { ChartColours } from '../base/chart-colours';
import { type ChartSeries, filledSeries } from './chart-series';
import { isBlank, monthChart, soFar } from './month-chart.data';

const colours = new Proxy({}, { get: (_, token) => String(token) }) as ChartColours;

const months = table(
  'month',
  [
    column('meetings.inbound'),
    column('meetings.event'),
    column('meetings.partner'),
    column('meetings.total', { label: 'Meetings' }),
    column('deals.arr', { unit: 'money' }),
  ],
  [
    ['2026-10', 3, 1, 0, 4, 90_000],
    ['2026-11', 2, 0, 0, 2, null],
    ['2026-12', 0, 0, 0, 0, null],
  ],
);

const SERIES: readonly ChartSeries[] = [
  { column: 'meetings.inbound', kind: 'stacked', colour: 'c-inbound' },
  { column: 'meetings.event', kind: 'stacked', colour: 'c-event' },
  { column: 'meetings.partner', kind: 'stacked', colour: 'c-partner' },
  { column: 'meetings.total', kind: 'line', colour: 'ink', label: 'Total' },
  { column: 'deals.arr', kind: 'bar', colour: 'accent', axis: 'right' },
  { column: 'pipe.created', kind: 'line', colour: 'ink-3' },
];

const filled = filledSeries(months, SERIES);
const chart = (shown: string[]) =>
  monthChart(
    {
      months: months.rows.map(({ key }) => key ?? ''),
      series: filled,
      shown: new Set(shown),
      thisMonth: '2026-11',
    },
    ['Oct', 'Nov', 'Dec'],
    colours,
  );

describe('a chart by month', () => {
  it('draws the series that have numbers, with the labels of the page before those of the answer', () => {
    expect(filled.map(({ column, label, unit }) => [column, label, unit])).toEqual([
      ['meetings.inbound', 'meetings.inbound', 'count'],
      ['meetings.event', 'meetings.event', 'count'],
      ['meetings.total', 'Total', 'count'],
      ['deals.arr', 'deals.arr', 'money'],
    ]);
  });

  it('stacks only stacked bars; others are placed side by side', () => {
    const stacks = chart([]).datasets.map(({ stack }) => stack);
    expect(stacks).toEqual(['stack', 'stack', undefined, 'deals.arr']);
  });

  it('gives a second unit its own axis', () => {
    expect(chart([]).datasets.map(({ yAxisID }) => yAxisID)).toEqual(['y', 'y', 'y', 'right']);
  });

  it('hides what the reader turned off', () => {
    expect(chart(['meetings.inbound', 'deals.arr']).datasets.map(({ hidden }) => hidden)).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it('ends lines today; bars include future months', () => {
    expect(chart([]).datasets.map(({ data }) => data)).toEqual([
      [3, 2, 0],
      [1, 0, 0],
      [4, 2, null],
      [90_000, null, null],
    ]);
  });

  it('continues after today as far as there are values', () => {
    expect(soFar([1, 0, 5, 0], ['2026-10', '2026-11', '2026-12', '2027-01'], '2026-10')).toEqual([
      1,
      0,
      5,
      null,
    ]);
  });

  it('is blank without any value', () => {
    expect(isBlank(filled)).toBe(false);
    const nothing = table(
      'month',
      [column('a')],
      [
        ['2026-10', 0],
        ['2026-11', null],
      ],
    );
    expect(isBlank(filledSeries(nothing, [{ column: 'a', kind: 'bar', colour: 'accent' }]))).toBe(true);
  });
});
