import { STATUS_CODES } from 'node:http';
import { titleOf } from './problem-titles.js';

it('says what a refusal is in words of people, whatever its status', () => {
  const refusals = Object.keys(STATUS_CODES)
    .map(Number)
    .filter((status) => status >= 400);
  expect(refusals.filter((status) => titleOf(status) === STATUS_CODES[status])).toEqual([]);
  expect([titleOf(415), titleOf(500), titleOf(418)]).toEqual([
    'This cannot be read',
    'Something went wrong',
    'This did not work',
  ]);
});
