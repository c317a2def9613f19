import fc from 'fast-check';
import { ascending } from './order.js';

it.each([
  [
    [3, 1, 2],
    [1, 2, 0],
  ],
  [
    [0, -1, Infinity, -Infinity, 1],
    [3, 1, 0, 4, 2],
  ],
  [
    [5, 5, 4, 5],
    [2, 0, 1, 3],
  ],
  [
    [0, -0, 0],
    [0, 1, 2],
  ],
  [[7], [0]],
  [[], []],
])('orders %j as %j', (keys, places) => {
  expect([...ascending(Float64Array.from(keys))]).toEqual(places);
});

it('orders any numbers as comparing them does, equal ones as they came', () => {
  const keys = fc.oneof(fc.double({ noNaN: true }), fc.integer(), fc.integer({ min: 0, max: 5 }));
  fc.assert(
    fc.property(fc.array(keys, { maxLength: 200 }), (list) => {
      const compared = list.map((_, at) => at);
      compared.sort((one, other) =>
        list[one] === list[other] ? one - other : list[one]! < list[other]! ? -1 : 1,
      );
      expect([...ascending(Float64Array.from(list))]).toEqual(compared);
    }),
  );
});
