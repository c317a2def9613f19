import { readNumber } from './number-draft';

describe('a setting that is a number', () => {
  it.each([
    ['400', 400],
    [' 1,000 ', 1_000],
    ['500 000', 500_000],
    ['1.200', 1_200],
  ])('is read from %j', (text, value) => {
    expect(readNumber('row_limit', text)).toEqual({ value, faults: [] });
  });

  it.each(['', '0', '-5', '1.5', 'many', '$400', '400 days', '99,000,000'])('is not %j', (text) => {
    expect(readNumber('row_limit', text)).toEqual({
      value: null,
      faults: ['The limit of rows must be a whole number from 1 to 10,000,000.'],
    });
  });
});
