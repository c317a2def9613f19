import type { Chart } from 'chart.js';
import { raiseTinyBars } from './tiny-bars';

const bar = (base: number, y: number) => ({ base, y });

function raised(datasets: { data: (number | null)[]; stack: string; bars: { base: number; y: number }[] }[]) {
  raiseTinyBars({
    data: { datasets: datasets.map(({ data }) => ({ data })) },
    getDatasetMeta: (at: number) => ({ type: 'bar', stack: datasets[at]?.stack, data: datasets[at]?.bars }),
    isDatasetVisible: () => true,
  } as unknown as Chart);
  return datasets.map(({ bars }) => bars);
}

describe('tiny bars', () => {
  it('are seen, while zero and what is high enough stay as they are', () => {
    const bars = [bar(100, 99.5), bar(100, 100), bar(100, 60), bar(100, NaN), bar(100, 101)];
    expect(raised([{ data: [1, 0, 90, null, -1], stack: 'a', bars }])).toEqual([
      [bar(100, 97), bar(100, 100), bar(100, 60), bar(100, NaN), bar(100, 103)],
    ]);
  });

  it('lift what stands on them, and nothing beside them', () => {
    const low = { data: [1], stack: 'stack', bars: [bar(100, 99)] };
    const high = { data: [30], stack: 'stack', bars: [bar(99, 70)] };
    const beside = { data: [30], stack: 'other', bars: [bar(100, 70)] };
    expect(raised([low, high, beside])).toEqual([[bar(100, 97)], [bar(97, 68)], [bar(100, 70)]]);
  });
});
