import type { Chart } from 'chart.js';
import { settleBars } from './settled-bars';

const bar = (x: number, y = 60) => ({ x, y, width: 10, base: 100 });

/** Settles two bars of each of two steps, of which the second has its middle at 150 pixels. */
function settled(values: (number | null)[][], stacks = ['a', 'b'], bars = [bar(45), bar(55)]) {
  const data = stacks.map((_, dataset) => [{ ...(bars[dataset] ?? bar(0)) }, bar(145 + 10 * dataset)]);
  const chart = {
    data: { labels: ['Oct', 'Nov'], datasets: stacks.map(() => ({})) },
    getDatasetMeta: (at: number) => ({ type: 'bar', stack: stacks[at], data: data[at] }),
    isDatasetVisible: () => true,
    scales: { x: { getPixelForValue: (at: number) => 50 + 100 * at } },
  } as unknown as Chart;
  settleBars(chart, (dataset, at) => Boolean(values[dataset]?.[at]));
  return data;
}
const places = (...[values, stacks]: Parameters<typeof settled>) =>
  settled(values, stacks).map((bars) => bars.map(({ x }) => x));

describe('settled bars', () => {
  it('stand beside each other where both have something, one alone in the middle', () => {
    const values = [
      [3, 0],
      [1, 2],
    ];
    expect(places(values)).toEqual([
      [45, 145],
      [55, 150],
    ]);
  });

  it('of a stack move together, and empty steps stay as they are', () => {
    const values = [
      [3, null],
      [1, 0],
    ];
    expect(places(values, ['stack', 'stack'])).toEqual([
      [50, 145],
      [50, 155],
    ]);
  });

  it('begin and end on whole pixels', () => {
    const [[first] = []] = settled([[1], [1]], ['a', 'b'], [{ x: 44.7, y: 60.4, width: 9.4, base: 100.2 }]);
    expect(first).toEqual({ x: 44.5, y: 60, width: 9, base: 100 });
  });
});
