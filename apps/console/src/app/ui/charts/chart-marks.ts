import type { BarElement, Chart } from 'chart.js';
import type { Box } from './label-places';

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

/** The bars that are shown, of the datasets that are asked for. */
export function barsOf(chart: Chart, isAsked: (dataset: number) => boolean): Box[] {
  return chart.data.datasets.flatMap((_, dataset) => {
    const { type, data } = chart.getDatasetMeta(dataset);
    if (type !== 'bar' || !chart.isDatasetVisible(dataset) || !isAsked(dataset)) return [];
    return data.flatMap((_, at) => barBox(chart, dataset, at) ?? []);
  });
}

/** The sides and the upper edge of a bar that is drawn as an outline, which nothing is written over. */
export const frameOf = ({ left, right, top, bottom }: Box): Box[] => [
  { left: left - 1, right: left + 1, top, bottom },
  { left: right - 1, right: right + 1, top, bottom },
  { left, right, top: top - 1, bottom: top + 1 },
];
