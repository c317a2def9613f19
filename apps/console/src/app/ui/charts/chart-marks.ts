import type { BarElement, Chart } from 'chart.js';
import type { Box, Segment } from './label-places';

/** The rectangle of a bar; null where it has no height. */
export function barBox(chart: Chart, dataset: number, at: number): Box | null {
  const element = chart.getDatasetMeta(dataset).data[at];
  if (!element) return null;
  const { x, y, base, width } = (element as BarElement).getProps(['x', 'y', 'base', 'width'], false);
  if (x === null || y === null || !Number.isFinite(y) || Math.abs(base - y) < 1) return null;
  return { left: x - width / 2, right: x + width / 2, top: Math.min(y, base), bottom: Math.max(y, base) };
}

/** Where a bar stands, however high it is. */
export function barSlot(chart: Chart, dataset: number, at: number): { left: number; width: number } | null {
  const element = chart.getDatasetMeta(dataset).data[at];
  if (!element) return null;
  const { x, width } = (element as BarElement).getProps(['x', 'width'], false);
  return x === null || !Number.isFinite(width) ? null : { left: x - width / 2, width };
}

/** Datasets of a kind that are shown. */
function shownOf(chart: Chart, kind: 'bar' | 'line'): number[] {
  return chart.data.datasets.flatMap((_, at) =>
    chart.isDatasetVisible(at) && chart.getDatasetMeta(at).type === kind ? [at] : [],
  );
}

/** All bars that are shown, but for those of some datasets. */
export function barsOf(chart: Chart, without: readonly number[] = []): Box[] {
  return shownOf(chart, 'bar')
    .filter((dataset) => !without.includes(dataset))
    .flatMap((dataset) =>
      chart.getDatasetMeta(dataset).data.flatMap((_, at) => barBox(chart, dataset, at) ?? []),
    );
}

/** The lines that are drawn, part by part. */
export function linesOf(chart: Chart): Segment[] {
  return shownOf(chart, 'line').flatMap((dataset) => {
    const { data, dataset: line } = chart.getDatasetMeta(dataset);
    if (!line || chart.data.datasets[dataset]?.borderWidth === 0) return [];
    const points: readonly Point[] = data;
    return points.flatMap((to, at) => {
      const from = at === 0 ? to : (points[at - 1] ?? to);
      return isPoint(from) && isPoint(to)
        ? [{ from: { x: from.x, y: from.y }, to: { x: to.x, y: to.y } }]
        : [];
    });
  });
}

/**
 * The upper edges of bars that are drawn as outlines. Their sides end where a label stands between them: a value over its
 * own bar is told from the outline around it, which one above the outline is not.
 */
export function topsOf(chart: Chart, dataset: number): Segment[] {
  if (!chart.isDatasetVisible(dataset)) return [];
  return chart.getDatasetMeta(dataset).data.flatMap((_, at): Segment[] => {
    const box = barBox(chart, dataset, at);
    return box ? [{ from: { x: box.left, y: box.top }, to: { x: box.right, y: box.top } }] : [];
  });
}

/** A point of a line; skipped where it has no value. */
interface Point {
  readonly x: number;
  readonly y: number;
  readonly skip?: boolean;
}

const isPoint = ({ x, y, skip }: Point) => skip !== true && Number.isFinite(x) && Number.isFinite(y);
