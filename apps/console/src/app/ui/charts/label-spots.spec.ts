import { spotsAt, spotsInside, spotsOver } from './label-spots';

const BAR = { left: 40, right: 60, top: 50, bottom: 100 };
const PLOT: [number, number] = [0, 200];
const edgeAt = (top: number) => ({ left: 30, right: 70, top, bottom: top + 1 });

describe('where the label of a bar may stand', () => {
  it('is over its middle', () => {
    expect(spotsOver(BAR, 20, [], PLOT)).toEqual([{ x: 50, bottom: 46 }]);
  });

  it('is over one of its sides where it is wider than the bar', () => {
    expect(spotsOver(BAR, 30, [], PLOT).map(({ x }) => x)).toEqual([50, 55, 45]);
  });

  it('is over an edge that is right above the bar, never far from it', () => {
    const bottoms = (top: number) => spotsOver(BAR, 20, [edgeAt(top)], PLOT).map(({ bottom }) => bottom);
    expect(bottoms(40)).toEqual([46, 36]);
    expect(bottoms(20)).toEqual([46]);
    expect(bottoms(60)).toEqual([46]);
  });

  it('is over the higher one of two edges that leave no room between them', () => {
    const edges = [edgeAt(20), edgeAt(35)];
    expect(spotsOver(BAR, 20, edges, PLOT).map(({ bottom }) => bottom)).toEqual([46, 31, 16]);
  });

  it('is within the plot', () => {
    expect(spotsOver(BAR, 30, [], [45, 200])[0]?.x).toBe(60);
    expect(spotsOver(BAR, 30, [], [0, 60])[0]?.x).toBe(45);
  });

  it('is beside a mark across it where it is to be within', () => {
    const bottoms = (top: number, bar = BAR) =>
      spotsInside(bar, 20, [edgeAt(top)]).map(({ bottom }) => bottom);
    expect(bottoms(74)).toEqual([94.5, 69]);
    expect(bottoms(55)).toEqual([82, 85]);
    expect(bottoms(90)).toEqual([82, 77]);
    expect(bottoms(58, { ...BAR, bottom: 66 })).toEqual([]);
    expect(spotsInside(BAR, 20, [{ ...edgeAt(75), left: 61 }])).toHaveLength(1);
  });

  it('is its middle where it is to be within', () => {
    expect(spotsInside(BAR, 20, [])).toEqual([{ x: 50, bottom: 82, isInside: true }]);
    expect(spotsInside(BAR, 21, [])).toEqual([]);
  });
});

it('writes the label of a point over it, else under it', () => {
  expect(spotsAt({ x: 50, y: 40 }, 20, [], PLOT)).toEqual([
    { x: 50, bottom: 33 },
    { x: 50, bottom: 60 },
  ]);
  expect(spotsAt({ x: 50, y: 40 }, 20, [edgeAt(30)], PLOT).map(({ bottom }) => bottom)).toEqual([33, 23, 60]);
});
