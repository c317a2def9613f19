import { rowHeight, windowAt } from './row-window';

const ROW_HEIGHT = rowHeight();

describe('the rows that are drawn', () => {
  it('are all rows of a short table', () => {
    expect(windowAt(500, 100)).toEqual({ start: 0, end: 100, above: 0, below: 0 });
  });

  it('are those around the visible part of a long table', () => {
    const { start, end, above, below } = windowAt(500 * ROW_HEIGHT, 1000);
    expect(start).toBeLessThanOrEqual(490);
    expect(end).toBeGreaterThanOrEqual(520);
    expect(end - start).toBeLessThan(80);
    expect(above).toBe(start * ROW_HEIGHT);
    expect(below).toBe((1000 - end) * ROW_HEIGHT);
  });

  it.each([0, 7 * ROW_HEIGHT, 990 * ROW_HEIGHT, 1e9])(
    'keep the total height at scroll position %i',
    (scrollTop) => {
      const { start, end, above, below } = windowAt(scrollTop, 1000);
      expect(above + (end - start) * ROW_HEIGHT + below).toBe(1000 * ROW_HEIGHT);
      expect(end).toBeGreaterThan(start);
    },
  );
});
