import type { Chart } from 'chart.js';
import type { ChartColours } from '../base/chart-colours';
import { drawGhostMarks } from './ghost-bars';

const COLOURS = { surface: 'ground', 'ink-2': 'mark' } as ChartColours;

/** A chart of one bar, 10 px high for each of its value, from 100 px down; and what is drawn into it. */
function chartOf(value: number) {
  const drawn: [fill: string, top: number][] = [];
  const ctx = {
    fillStyle: '',
    save: () => undefined,
    restore: () => undefined,
    fillRect: (_: number, top: number) => drawn.push([ctx.fillStyle, top]),
  };
  const bar = { x: 50, y: 100 - 10 * value, base: 100, width: 20, getProps: () => bar };
  const chart = {
    ctx,
    isDatasetVisible: () => true,
    scales: { y: { getPixelForValue: (of: number) => 100 - 10 * of } },
    getDatasetMeta: () => ({ type: 'bar', data: [bar], hidden: false }),
  } as unknown as Chart;
  return { chart, drawn };
}

const labelAt = (bottom: number) => ({ left: 40, right: 60, top: bottom - 14, bottom });
const before = (value: number) => [{ dataset: 0, values: [value] }];

describe('the marks of the period before', () => {
  it('stand on a ground of their own, wherever no label is', () => {
    const { chart, drawn } = chartOf(6);
    drawGhostMarks(chart, before(3), [labelAt(36)], COLOURS);
    expect(drawn.map(([fill]) => fill)).toEqual(['ground', 'mark']);
  });

  it('are left out where a label stands: its number would be read as theirs', () => {
    const { chart, drawn } = chartOf(6);
    drawGhostMarks(chart, before(7), [labelAt(36)], COLOURS);
    expect(drawn).toEqual([]);
    drawGhostMarks(chart, before(9), [labelAt(36)], COLOURS);
    expect(drawn).toHaveLength(2);
  });

  it('take nothing of the end of a bar that is as high', () => {
    const { chart, drawn } = chartOf(6);
    drawGhostMarks(chart, before(6.2), [], COLOURS);
    expect(drawn.map(([fill]) => fill)).toEqual(['mark']);
  });
});
