import { widthBesideWhole } from './whole-columns';

describe('the first column of a table that scrolls sideways', () => {
  it('takes what is left by as many whole columns as fit before the edge', () => {
    expect(widthBesideWhole(330, 96, [120, 80, 60])).toBe(130);
    expect(widthBesideWhole(330, 96, [170, 80, 60], 8)).toBe(152);
    expect(widthBesideWhole(300, 96, [120, 80, 60], 8)).toBe(172);
  });

  it('gives way where all columns then fit', () => {
    expect(widthBesideWhole(356, 96, [120, 80, 60])).toBe(96);
    expect(widthBesideWhole(360.5, 96, [120, 80, 60])).toBe(100);
  });

  it('is as narrow as it may be where not even one fits', () => {
    expect(widthBesideWhole(200, 96, [120, 80])).toBe(96);
  });
});
