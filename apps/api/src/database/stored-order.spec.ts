import { mongo } from 'mongoose';
import { compareIds, comparePlaces } from './stored-order.js';

const objectId = (end: string) => new mongo.ObjectId(`65a0000000000000000000${end}`);

describe('the order of what is stored', () => {
  it('compares the whole ObjectId, not only its second', () => {
    const ids = [objectId('03'), objectId('01'), objectId('02')];
    expect(ids.toSorted(compareIds).map(String)).toEqual(
      [objectId('01'), objectId('02'), objectId('03')].map(String),
    );
  });

  it.each([
    [
      ['b', 'a', 'B'],
      ['B', 'a', 'b'],
    ],
    [
      [10, 9, -1],
      [-1, 9, 10],
    ],
    [
      [mongo.Long.fromNumber(10), 9],
      [9, mongo.Long.fromNumber(10)],
    ],
    [
      [new Date(2), new Date(1)],
      [new Date(1), new Date(2)],
    ],
    [
      [{ b: 1 }, { a: 1 }],
      [{ a: 1 }, { b: 1 }],
    ],
    [
      [objectId('01'), 'text', 1, true, null],
      [null, 1, 'text', objectId('01'), true],
    ],
  ])('orders ids of any kind: %j', (given, expected) => {
    expect(given.toSorted(compareIds)).toEqual(expected);
    expect(given.toReversed().toSorted(compareIds)).toEqual(expected);
  });

  it('orders binary ids by their bytes', () => {
    const [low, high] = [
      new mongo.UUID('00000000-0000-4000-8000-000000000001'),
      new mongo.UUID('f0000000-0000-4000-8000-000000000000'),
    ];
    expect(compareIds(low, high)).toBeLessThan(0);
    expect(compareIds(high, high)).toBe(0);
  });

  it('is the sheet’s, then that of the ids', () => {
    const places = [
      { position: undefined, id: objectId('01') },
      { position: 1, id: objectId('02') },
      { position: 'CEO', id: objectId('00') },
      { position: 0, id: objectId('03') },
    ];
    expect(places.toSorted(comparePlaces).map(({ position }) => position)).toEqual([0, 1, 'CEO', undefined]);
  });
});
