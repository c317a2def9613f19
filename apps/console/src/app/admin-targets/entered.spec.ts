import { entered, pastedGrid } from './entered';

describe('what is typed as a target', () => {
  it.each([
    ['500000', 500_000],
    ['500,000', 500_000],
    ['500 000 €', 500_000],
    ['1.2M', 1_200_000],
    ['0', 0],
    ['12.5', 12.5],
  ])('%s is a value', (text, value) => {
    expect(entered(text)).toEqual({ value, fault: null });
  });

  it('empty input is valid and not a target', () => {
    expect(entered('  ')).toEqual({ value: null, fault: null });
  });

  it.each([
    ['many', 'not an amount'],
    ['-5', 'cannot be negative'],
    ['1e13', 'not an amount'],
    ['1000000000000', 'too large'],
  ])('%s is told in words', (text, words) => {
    expect(entered(text).fault).toContain(words);
    expect(entered(text).value).toBeNull();
  });

  it('what is no number of things is not called an amount', () => {
    expect(entered('many', 'count').fault).toContain('not a number');
  });
});

describe('what is pasted', () => {
  it.each([
    ['a row of a spreadsheet', '1\t2\t3', [['1', '2', '3']]],
    ['a column', '1 000\r\n2 000\r\n', [['1 000'], ['2 000']]],
    ['a column of another system', '100\r200\r', [['100'], ['200']]],
    ['a column with an empty cell', '1\n\n3', [['1'], [''], ['3']]],
    [
      'rows and columns',
      '1\t2\n3\t4\n',
      [
        ['1', '2'],
        ['3', '4'],
      ],
    ],
  ])('%s', (_, text, grid) => {
    expect(pastedGrid(text)).toEqual(grid);
  });

  it('is ignored for a single value', () => {
    expect(pastedGrid('500,000\n')).toBeNull();
  });
});
