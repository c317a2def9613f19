import { type Segment, crosses, placeLabels } from './label-places';

const AREA = { left: 0, right: 200, top: 0, bottom: 100 };
const NOTHING = { lines: [], boxes: [] };
const line = (x1: number, y1: number, x2: number, y2: number): Segment => ({
  from: { x: x1, y: y1 },
  to: { x: x2, y: y2 },
});
/** A label over a bar, which may rise. */
const over = (x: number, bottom: number, ...others: number[]) => ({
  width: 30,
  spots: [bottom, ...others].map((each) => ({ x, bottom: each })),
});

describe('the place of a label', () => {
  it('is the first one that it may have', () => {
    expect(placeLabels([over(50, 60, 40)], NOTHING, AREA)).toEqual([{ x: 50, bottom: 60 }]);
  });

  it('is never on a line: the next one, else the label is left out', () => {
    const lines = [line(0, 55, 200, 55)];
    expect(placeLabels([over(50, 60, 40)], { lines, boxes: [] }, AREA)).toEqual([{ x: 50, bottom: 40 }]);
    expect(placeLabels([over(50, 60, 65)], { lines, boxes: [] }, AREA)).toEqual([null]);
  });

  it('is not on a bar, nor on a label that was placed before', () => {
    const boxes = [{ left: 60, right: 80, top: 20, bottom: 100 }];
    expect(placeLabels([over(50, 60)], { lines: [], boxes }, AREA)).toEqual([null]);
    expect(placeLabels([over(50, 60), over(70, 60), over(80, 60)], NOTHING, AREA)).toEqual([
      { x: 50, bottom: 60 },
      null,
      { x: 80, bottom: 60 },
    ]);
  });

  it('may be within its own bar, where no line runs', () => {
    const inside = [{ width: 30, spots: [{ x: 70, bottom: 40, isInside: true }] }];
    const boxes = [{ left: 50, right: 90, top: 20, bottom: 100 }];
    expect(placeLabels(inside, { lines: [], boxes }, AREA)).toEqual([{ x: 70, bottom: 40, isInside: true }]);
    expect(placeLabels(inside, { lines: [line(0, 35, 200, 35)], boxes }, AREA)).toEqual([null]);
  });

  it('is within the plot', () => {
    expect(placeLabels([over(10, 60), over(50, 10), over(195, 60)], NOTHING, AREA)).toEqual([
      null,
      null,
      null,
    ]);
  });
});

describe('a line and a label', () => {
  const box = { left: 40, right: 60, top: 40, bottom: 60 };

  it('meet where the line runs through it, steep or flat, either way', () => {
    for (const each of [
      line(0, 50, 100, 50),
      line(50, 0, 50, 100),
      line(0, 0, 100, 100),
      line(55, 45, 56, 46),
    ]) {
      expect(crosses(each, box)).toBe(true);
      expect(crosses({ from: each.to, to: each.from }, box)).toBe(true);
    }
  });

  it('do not meet where it passes by or ends before', () => {
    for (const each of [line(0, 30, 100, 30), line(0, 50, 30, 50), line(70, 0, 70, 100), line(0, 90, 90, 80)])
      expect(crosses(each, box)).toBe(false);
  });

  it('keep a distance', () => {
    expect(crosses(line(0, 62, 100, 62), box)).toBe(true);
    expect(crosses(line(0, 64, 100, 64), box)).toBe(false);
  });
});
