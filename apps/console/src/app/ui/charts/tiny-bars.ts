import type { BarElement, BarProps, Chart } from 'chart.js';

/** Height of a bar that is not zero, at least: it is seen, and has a value over it. */
const LEAST = 3;

/** Draws bars that are not zero at least so high that they are seen; what stands on them moves up. */
export function raiseTinyBars(chart: Pick<Chart, 'data' | 'getDatasetMeta' | 'isDatasetVisible'>): void {
  const raised = new Map<string, number>();
  chart.data.datasets.forEach(({ data }, dataset) => {
    const meta = chart.getDatasetMeta(dataset);
    if (meta.type !== 'bar' || !chart.isDatasetVisible(dataset)) return;
    meta.data.forEach((element, at) => {
      const [bar, value] = [element as BarElement & Pick<BarProps, 'base'>, data[at]];
      if (typeof value !== 'number' || value === 0 || !Number.isFinite(bar.y)) return;
      const up = value > 0 ? -1 : 1;
      const stack = [meta.stack, at, up].join();
      const below = raised.get(stack) ?? 0;
      const more = Math.max(0, LEAST - Math.abs(bar.base - bar.y));
      bar.base += up * below;
      bar.y += up * (below + more);
      raised.set(stack, below + more);
    });
  });
}
