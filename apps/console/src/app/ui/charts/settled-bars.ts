import type { BarElement, BarProps, Chart } from 'chart.js';

/** What bars are settled in. */
type Plot = Pick<Chart, 'data' | 'getDatasetMeta' | 'isDatasetVisible' | 'scales'>;

/**
 * Puts bars on whole pixels, where thin edges are sharp. The only bar or stack of a step that has something stands in the
 * middle of it: beside its name it would seem to be missing a neighbour.
 *
 * @param hasSomething whether a bar of a dataset, or the period before behind it, is drawn
 */
export function settleBars(chart: Plot, hasSomething: (dataset: number, at: number) => boolean): void {
  const bars = chart.data.datasets.flatMap((_, dataset) => {
    const { type, stack, data } = chart.getDatasetMeta(dataset);
    return type === 'bar' && chart.isDatasetVisible(dataset) ? [{ dataset, stack, data }] : [];
  });
  (chart.data.labels ?? []).forEach((_, at) => {
    const filled = bars.filter(({ dataset }) => hasSomething(dataset, at));
    const isAlone = new Set(filled.map(({ stack }) => stack)).size === 1;
    for (const { stack, data } of bars) {
      const bar = data[at] as (BarElement & Pick<BarProps, 'base' | 'width'>) | undefined;
      if (!bar) continue;
      if (isAlone && stack === filled[0]?.stack) bar.x = chart.scales.x?.getPixelForValue(at) ?? bar.x;
      settle(bar);
    }
  });
}

function settle(bar: BarElement & Pick<BarProps, 'base' | 'width'>): void {
  const [left, right] = [Math.round(bar.x - bar.width / 2), Math.round(bar.x + bar.width / 2)];
  bar.width = right - left;
  bar.x = (left + right) / 2;
  bar.y = Math.round(bar.y);
  bar.base = Math.round(bar.base);
}
