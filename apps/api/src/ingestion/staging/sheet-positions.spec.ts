import { sheetPositions } from './sheet-positions.js';

const positioned = (continues: (number | null)[], positions: unknown[] = []) =>
  sheetPositions(
    continues.map((each) => ({ continues: each })),
    { positions },
  );

describe('positions in the sheet', () => {
  it.each([
    ['of new deals count', [null, null, null], [], [0, 1, 2]],
    ['stay where nothing moves', [0, 1, 2], [0, 1, 2], [0, 1, 2]],
    ['stay where a deal is gone', [0, 2], [0, 1, 2], [0, 2]],
    ['stay for the deal that moved up, and grow for the others', [1, 0, null], [0, 1], [1, 2, 3]],
    ['make room for a new deal', [0, null, 1], [0, 1], [0, 1, 2]],
    [
      'are made where other software left none, or something else',
      [0, 1, 2],
      [undefined, 'CEO', 1.5],
      [0, 1, 2],
    ],
  ])('%s', (_, continues, positions, expected) => {
    expect(positioned(continues, positions)).toEqual(expected);
  });
});
