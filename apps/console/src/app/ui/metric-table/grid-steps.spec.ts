import { stepOf, within } from './grid-steps';

const SIZE = { rows: 30, columns: 4 };
const press = (key: string, row: number, column: number, ctrlKey = false) =>
  stepOf({ key, ctrlKey }, { row, column }, SIZE);

describe('a key in a grid', () => {
  it.each([
    ['ArrowDown', 2, 1, { row: 3, column: 1 }],
    ['ArrowUp', 2, 1, { row: 1, column: 1 }],
    ['ArrowLeft', 2, 1, { row: 2, column: 0 }],
    ['ArrowRight', 2, 1, { row: 2, column: 2 }],
    ['Home', 2, 3, { row: 2, column: 0 }],
    ['End', 2, 0, { row: 2, column: 3 }],
    ['PageDown', 2, 1, { row: 12, column: 1 }],
    ['PageUp', 12, 1, { row: 2, column: 1 }],
  ])('%s from %i, %i', (key, row, column, to) => {
    expect(press(key, row, column)).toEqual(to);
  });

  it('with Control goes to the first and last cell', () => {
    expect(press('Home', 12, 2, true)).toEqual({ row: 0, column: 0 });
    expect(press('End', 12, 2, true)).toEqual({ row: 29, column: 3 });
  });

  it('stops at the edges', () => {
    expect(press('ArrowUp', 0, 0)).toEqual({ row: 0, column: 0 });
    expect(press('ArrowRight', 29, 3)).toEqual({ row: 29, column: 3 });
    expect(press('PageDown', 25, 3)).toEqual({ row: 29, column: 3 });
  });

  it('is ignored unless it belongs to the grid', () => {
    expect(press('Enter', 1, 1)).toBeNull();
    expect(press('a', 1, 1)).toBeNull();
  });
});

it('a cell outside of the grid becomes the nearest one', () => {
  expect(within({ row: 99, column: 9 }, SIZE)).toEqual({ row: 29, column: 3 });
  expect(within({ row: 1, column: 1 }, { rows: 0, columns: 0 })).toEqual({ row: 0, column: 0 });
});
