import { column, table } from '../../testing/tables';
import type { ChartColours } from '../base/chart-colours';
import { type ChartSeries, drawnOf, filledSeries, legendOf } from './chart-series';
import {
  drawnValues,
  ghostsOf,
  hasBar,
  hasUnfinished,
  hatchedBars,
  isBlank,
  monthChart,
} from './month-chart.data';

const colours = new Proxy({}, { get: (_, token) => String(token) }) as ChartColours;

const steps = table(
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
  { column: 'deals.arr', kind: 'figures', colour: 'ink-2' },
  { column: 'pipe.created', kind: 'line', colour: 'ink-3' },
];

const filled = filledSeries(steps, SERIES);
const dataOf = (shown: string[], series = filled) => ({
  steps: steps.rows.map(({ key }) => key ?? ''),
  series,
  shown: new Set(shown),
  now: '2026-11',
  beforeName: 'H1 2026',
  isNarrow: false,
});
const chart = (shown: string[]) => monthChart(dataOf(shown), ['Oct', 'Nov', 'Dec'], colours);

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
    expect(stacks).toEqual(['stack', 'stack', undefined, undefined]);
  });

  it('keeps a second unit off the axis: its numbers are text', () => {
    expect(chart([]).datasets.map(({ yAxisID }) => yAxisID)).toEqual(['y', 'y', 'y', 'figures']);
    expect(chart([]).datasets[3]).toMatchObject({ showLine: false, pointRadius: 0 });
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

  it('continues a running sum as far as something is added to it', () => {
    const months = table(
      'month',
      [column('pipe.created'), column('pipe.active')],
      [
        ['2026-09', 10, 10],
        ['2026-10', 20, 30],
        ['2026-11', 5, 35],
        ['2026-12', 0, 35],
      ],
    );
    const series = filledSeries(months, [
      { column: 'pipe.created', kind: 'bar', colour: 'accent' },
      { column: 'pipe.active', kind: 'line', colour: 'accent', sumOf: 'pipe.created' },
    ]);
    const steps = months.rows.map(({ key }) => key ?? '');
    const data = { ...dataOf(['pipe.created', 'pipe.active'], series), steps, now: '2026-10' };
    expect(monthChart(data, [], colours).datasets[1]?.data).toEqual([10, 30, 35, null]);
  });

  it('is as high as its bars, its stacks, its lines and the period before', () => {
    const highest = (...shown: string[]) => Math.max(...drawnValues(dataOf(shown)));
    expect(highest('meetings.event')).toBe(1);
    expect(highest('meetings.inbound', 'meetings.event')).toBe(4);
    expect(highest('meetings.total', 'deals.arr')).toBe(4);
    const before = filled.map((each) => ({ ...each, kind: 'bar' as const, before: [9, null, 2] }));
    expect(Math.max(...drawnValues(dataOf(['meetings.event'], before)))).toBe(9);
  });

  it('gives the first step a pale fill with an edge, hatched, too', () => {
    const [first] = filled;
    if (!first) throw new Error('All series have numbers.');
    const data = dataOf(['meetings.inbound'], [{ ...first, kind: 'bar', colour: 'step-1' }]);
    expect(monthChart(data, [], colours).datasets[0]).toMatchObject({
      backgroundColor: ['step-1-fill', 'surface', 'surface'],
      borderColor: 'step-1',
    });
    expect(hatchedBars(data, colours)[0]).toMatchObject({ colour: 'step-1-fill', edge: 'step-1' });
    expect(legendOf(data.series)[0]).toMatchObject({ colour: 'step-1-fill', edge: 'step-1', mark: 'box' });
  });

  it('hatches the bars that are not over, and leaves them empty', () => {
    expect(chart([]).datasets[0]?.backgroundColor).toEqual(['c-inbound', 'surface', 'surface']);
    expect(hatchedBars(dataOf([]), colours)).toEqual([
      { dataset: 0, colour: 'c-inbound', edge: 'c-inbound', bars: [1, 2] },
      { dataset: 1, colour: 'c-event', edge: 'c-event', bars: [1, 2] },
    ]);
  });

  it('says that something is not over only where such a bar is drawn', () => {
    expect(hasUnfinished(dataOf(['meetings.inbound']))).toBe(true);
    expect(hasUnfinished(dataOf(['meetings.event', 'meetings.total']))).toBe(false);
  });

  it('has the period before behind each bar, and behind a whole stack as one', () => {
    const earlier = table(
      'month',
      [column('meetings.total'), column('poa.generated')],
      [
        ['2026-04', 5, 1],
        ['2026-05', 6, 0],
      ],
    );
    const series = filledSeries(
      table(
        'month',
        [column('meetings.inbound'), column('meetings.total'), column('poa.generated')],
        [
          ['2026-10', 3, 3, 1],
          ['2026-11', 2, 2, 2],
        ],
      ),
      [
        { column: 'poa.generated', kind: 'bar', colour: 'step-2' },
        { column: 'meetings.inbound', kind: 'stacked', colour: 'c-inbound' },
        { column: 'meetings.total', kind: 'total', colour: 'ink-2' },
      ],
      earlier,
    );
    expect(ghostsOf(dataOf(['poa.generated', 'meetings.inbound', 'meetings.total'], series))).toEqual([
      { dataset: 0, values: [1, 0] },
      { dataset: 1, values: [5, 6] },
    ]);
    expect(ghostsOf(dataOf(['meetings.inbound'], series))).toEqual([]);
    expect(ghostsOf(dataOf(['meetings.total'], filled))).toEqual([]);
  });

  it('has the shown parts of a stack without a total together, with those that are nothing now', () => {
    const columns = [column('upsell.meetings'), column('renewal.meetings')];
    const [now, earlier] = [
      table('month', columns, [
        ['2026-10', 3, 0],
        ['2026-11', 2, 0],
      ]),
      table('month', columns, [
        ['2026-04', 5, 1],
        ['2026-05', null, 4],
      ]),
    ];
    const parts: readonly ChartSeries[] = [
      { column: 'upsell.meetings', kind: 'stacked', colour: 'c-upsell' },
      { column: 'renewal.meetings', kind: 'stacked', colour: 'c-renewal' },
    ];
    const series = filledSeries(now, parts, earlier);
    const all = ['upsell.meetings', 'renewal.meetings'];
    expect(ghostsOf(dataOf(all, series))).toEqual([{ dataset: 0, values: [6, 4] }]);
    expect(ghostsOf(dataOf(['renewal.meetings'], series))).toEqual([{ dataset: 1, values: [1, 4] }]);
    expect(Math.max(...drawnValues(dataOf(all, series)))).toBe(6);
    expect(ghostsOf(dataOf(all, filledSeries(now, parts)))).toEqual([]);
  });

  it('has a bar where there is a value, or one of the period before', () => {
    const [first] = filled;
    if (!first) throw new Error('All series have numbers.');
    const bars = [{ ...first, kind: 'bar' as const, values: [3, 0, 0], before: [1, 4, 0] }];
    const data = dataOf(['meetings.inbound'], bars);
    expect([0, 1, 2].map((at) => hasBar(data, 0, at))).toEqual([true, true, false]);
  });

  it('draws nothing of a period before in which nothing was', () => {
    const bars = filled.map((each) => ({ ...each, kind: 'bar' as const, before: [0, null] }));
    expect(
      ghostsOf(
        dataOf(
          bars.map((each) => each.column),
          bars,
        ),
      ),
    ).toEqual([]);
  });

  it('writes the total of a stack only while all of its parts are shown, and has no legend for text', () => {
    const [inbound, event, total, arr] = filled;
    if (!inbound || !event || !total || !arr) throw new Error('All series have numbers.');
    const series = [inbound, event, { ...total, kind: 'total' as const }, arr];
    const all = ['meetings.inbound', 'meetings.event'];
    expect([...drawnOf(series, new Set(all))]).toEqual([...all, 'meetings.total', 'deals.arr']);
    expect([...drawnOf(series, new Set(['meetings.event', 'meetings.total']))]).toEqual([
      'meetings.event',
      'deals.arr',
    ]);
    expect(legendOf(series).map(({ column }) => column)).toEqual(all);
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
