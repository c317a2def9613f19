import { buildArray } from '../bson/build.js';
import { fromJs } from '../bson/value.js';
import { arrayInTurns } from './array-in-turns.js';

it.each([
  [0, 1],
  [1, 1],
  [20_000, 1],
  [20_001, 2],
  [50_000, 3],
])('joins %i values in %i turns', (count, turns) => {
  const values = Array.from({ length: count }, (_, at) => fromJs(`value ${at}`));
  const joining = arrayInTurns(values);
  let step = joining.next();
  let taken = 1;
  for (; !step.done; step = joining.next()) taken++;
  expect(taken).toBe(turns);
  expect(step.value.bytes.equals(buildArray(values).bytes)).toBe(true);
});
