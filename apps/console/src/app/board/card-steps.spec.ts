import { boardDeal } from '../testing/board';
import { type Direction, neighbourOf, placeAt, stepOf } from './card-steps';

const card = (key: string) => ({
  key,
  deal: boardDeal({ id: key }),
  probability: null,
  projected: null,
  isNew: false,
  isUnusual: false,
});
const COLUMNS = [
  { id: 'one', cards: ['a', 'b', 'c'].map(card) },
  { id: 'two', cards: [] },
  { id: 'three', cards: ['x'].map(card) },
];

describe('steps between cards', () => {
  it.each<[string, Direction, string | null]>([
    ['a', 'up', null],
    ['a', 'down', 'b'],
    ['c', 'down', null],
    ['c', 'right', 'x'],
    ['x', 'left', 'a'],
    ['x', 'right', null],
    ['gone', 'up', null],
  ])('go from %s %s to %s, past columns without cards', (key, direction, next) => {
    expect(neighbourOf(COLUMNS, key, direction)).toBe(next);
  });

  it.each<[string, Direction, [string, string | null] | null]>([
    ['b', 'up', ['one', 'a']],
    ['a', 'down', ['one', 'c']],
    ['b', 'down', ['one', null]],
    ['a', 'right', ['two', null]],
    ['x', 'left', ['two', null]],
    ['a', 'up', null],
    ['c', 'down', null],
    ['a', 'left', null],
  ])('take %s %s to %j, also into an empty column', (key, direction, place) => {
    const [column, before] = place ?? [];
    expect(stepOf(COLUMNS, key, direction)).toEqual(place && { column, before });
  });

  it.each([
    ['a', 'one', 0, 'b'],
    ['a', 'one', 1, 'c'],
    ['a', 'one', 2, null],
    ['a', 'three', 0, 'x'],
    ['a', 'three', 1, null],
    ['a', 'two', 0, null],
  ])('read a drop of %s in %s at %i as before %s', (key, column, index, before) => {
    expect(placeAt(COLUMNS, key, column, index)).toEqual({ column, before });
  });
});
