import { readSheet } from './read-sheet.js';
import { turnedSeparators } from './amount-separators.js';

const read = (...amounts: string[]) =>
  readSheet(
    new TextEncoder().encode(
      ['Client;Expected ARR', ...amounts.map((amount, at) => `Client ${at};${amount}`)].join('\n'),
    ),
    { dateOrder: 'day_first', dedupe: 'none' },
  ).report.amount_separators;

it.each([
  [['12.5', '1,000'], { point: 'decimals', comma: 'thousands' }],
  [['10.250', '1234.500'], { point: 'three_decimals', comma: null }],
  [['10.250', '1234.5'], { point: 'mixed', comma: null }],
  [['1.000,50'], { point: 'thousands', comma: 'decimals' }],
  [['500', ''], { point: null, comma: null }],
])('tells what %j mean by their separators', (amounts, told) => {
  expect(read(...amounts)).toEqual({ expected_arr: told });
});

it.each([
  ['three decimals that one cell makes thousands', ['10.250', '1234.500'], ['10.250', '1234.5'], true],
  ['a point that was decimals', ['12.5'], ['12.500'], true],
  ['a comma that was thousands', ['1,000'], ['12,5'], true],
  ['one odd cell among decimals', ['12.5', '7.25'], ['12.5', '1.000'], false],
  ['a column that settled nothing', ['500'], ['1,000'], false],
  ['the same again', ['12.5', '1,000'], ['13.5', '2,000'], false],
])('says whether a column turned: %s', (_, before, now, isTurned) => {
  expect(turnedSeparators(read(...before), read(...now))).toEqual(isTurned ? ['expected_arr'] : []);
});
