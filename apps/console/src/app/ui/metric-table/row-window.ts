import { isTouched } from '../base/touched';

/** Height of a row that is drawn by scrolling, in pixels; the style sheet says the same. */
export const rowHeight = (): number => (isTouched() ? 45 : 34);
/** Shorter tables are drawn whole. */
const WHOLE = 100;
/** Rows in sight, and as many again on either side so that scrolling shows no gap. */
const IN_SIGHT = 16;

/** Rows that are drawn, `start` included and `end` not, with the heights that stand for the others. */
export interface RowWindow {
  start: number;
  end: number;
  above: number;
  below: number;
}

/** Which of many rows are drawn at a scroll position. */
export function windowAt(scrollTop: number, count: number): RowWindow {
  if (count <= WHOLE) return wholeWindow(count);
  const height = rowHeight();
  const first = Math.floor(scrollTop / height);
  const start = Math.max(0, Math.min(first, count) - IN_SIGHT);
  const end = Math.min(count, first + 2 * IN_SIGHT);
  return { start, end, above: start * height, below: (count - end) * height };
}

/** All of them. */
export const wholeWindow = (count: number): RowWindow => ({ start: 0, end: count, above: 0, below: 0 });
