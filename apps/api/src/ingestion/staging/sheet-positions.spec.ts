import { sheetPositions } from './sheet-positions.js';

const FIRST = 1_000_000_000;
const positioned = (continues: (number | null)[], positions: unknown[] = []) =>
  sheetPositions(
    continues.map((each) => ({ continues: each })),
    { positions },
  );

describe('positions in the sheet', () => {
  it.each([
    ['of new deals count', [null, null, null], [], [FIRST, FIRST + 1, FIRST + 2]],
    ['stay where nothing moves', [0, 1, 2], [0, 1, 2], [0, 1, 2]],
    ['stay where a deal is gone', [0, 2], [0, 1, 2], [0, 2]],
    ['follow the last one for new deals below', [0, 1, null, null], [0, 1], [0, 1, 2, 3]],
    [
      'go down for new deals above',
      [null, null, 0, 1],
      [FIRST, FIRST + 1],
      [FIRST - 2, FIRST - 1, FIRST, FIRST + 1],
    ],
    ['are those in between for new deals in between', [0, null, 1], [0, 1], [0, 0.5, 1]],
    ['are whole where there is room', [0, null, null, 1], [0, 5], [0, 1, 2, 5]],
    ['change for the deal that moved alone', [2, 0, 1], [3, 4, 5], [2, 3, 4]],
    ['begin anew where there is no room above', [null, 0, 1], [0, 1], [FIRST, FIRST + 1, FIRST + 2]],
    [
      'begin anew where numbers are too close',
      [0, null, 1],
      [1, 1 + Number.EPSILON],
      [FIRST, FIRST + 1, FIRST + 2],
    ],
    [
      'are made where other software left none, or something else',
      [0, 1, 2],
      [undefined, 'CEO', -1],
      [FIRST, FIRST + 1, FIRST + 2],
    ],
    ['are one each where two records share one', [0, 1, 2], [4, 4, 5], [3, 4, 5]],
  ])('%s', (_, continues, positions, expected) => {
    expect(positioned(continues, positions)).toEqual(expected);
  });

  it('bear a new deal at the same place a thousand times', () => {
    let positions = positioned([null, null]);
    let renumbered = 0;
    for (let round = 0; round < 1_000; round++) {
      const continues = positions.map((_, at): number | null => at);
      continues.splice(1, 0, null);
      const next = positioned(continues, positions);
      expect(next.every((each, at) => at === 0 || each > (next[at - 1] ?? 0))).toBe(true);
      if (next.filter((each) => positions.includes(each)).length < positions.length) renumbered += 1;
      positions = next;
    }
    expect(renumbered).toBeLessThan(50);
  });
});
