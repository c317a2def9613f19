import { type Box, type WantedLabel, placeSeries } from './label-places';

const AREA = { left: 0, right: 200, top: 0, bottom: 100 };
/** A label over a bar, which may be at other heights, too. */
const over = (x: number, bottom: number, ...others: number[]): WantedLabel => ({
  width: 30,
  spots: [bottom, ...others].map((each) => ({ x, bottom: each })),
});
const place = (wanted: WantedLabel[], marks: Box[] = []) => placeSeries([wanted], marks, AREA)[0];

describe('the places of labels', () => {
  it('are the first ones that they may have', () => {
    expect(place([over(50, 60, 40)])).toEqual([{ x: 50, bottom: 60 }]);
  });

  it('are not on a bar, nor on a label that was placed before', () => {
    const bars = [{ left: 60, right: 80, top: 50, bottom: 100 }];
    expect(place([over(50, 60, 48)], bars)).toEqual([{ x: 50, bottom: 48 }]);
    expect(place([over(50, 60), over(70, 60, 40)])).toEqual([
      { x: 50, bottom: 60 },
      { x: 70, bottom: 40 },
    ]);
  });

  it('may be within the own bar', () => {
    const bars = [{ left: 50, right: 90, top: 20, bottom: 100 }];
    const inside = { width: 30, spots: [{ x: 70, bottom: 40, isInside: true }] };
    expect(place([inside], bars)).toEqual(inside.spots);
  });

  it('are within the area', () => {
    for (const outside of [over(10, 60), over(50, 10), over(195, 60)]) expect(place([outside])).toBeNull();
  });

  it('are found for all labels of a series or for none, which leaves room for the next one', () => {
    const [first, blocked, next] = [over(50, 60), over(60, 60), over(65, 60)];
    expect(placeSeries([[first, blocked], [next]], [], AREA)).toEqual([null, next.spots]);
  });
});
