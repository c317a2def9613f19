import { asDecimals, readAmount } from './money-text.js';
import { USE, usesWith } from './separator-use.js';

const NARROW = '\u202f';
const NO_BREAK = '\u00a0';

describe('readAmount', () => {
  it.each([
    ['1,000.50', 1000.5],
    ['1 000,50', 1000.5],
    [`1${NO_BREAK}000,50`, 1000.5],
    [`1${NARROW}708,33${NARROW}€`, 1708.33],
    ['1.000,50', 1000.5],
    ['$60,000', 60000],
    ['$ 101,000.00', 101000],
    ['€1,000', 1000],
    ['5 000 €', 5000],
    [`5${NARROW}000${NO_BREAK}€`, 5000],
    ['USD 500', 500],
    ['500 eur', 500],
    ['US$500', 500],
    ['12k', 12000],
    ['$12.5K', 12500],
    ['12 k€', 12000],
    ['1.2M', 1200000],
    ['1,2M', 1200000],
    ['160.5k', 160500],
    ['1.0005k', 1000.5],
    ['(500)', -500],
    ['(1.000,50)', -1000.5],
    ['-500', -500],
    ['−500', -500],
    ['- 500', -500],
    ['-$500', -500],
    ['$-500', -500],
    ['$(500)', -500],
    ['($500)', -500],
    ['(500 €)', -500],
    ['€ (12k)', -12000],
    ['+500', 500],
    ['1,000,000', 1000000],
    ['1.000.000', 1000000],
    ['1.000.000,5', 1000000.5],
    ['1,000', 1000],
    ['1.000', 1000],
    ['0.500', 0.5],
    ['0,125', 0.13],
    ['1234,567', 1234.57],
    ['1234.567', 1234.57],
    ['1 000.500', 1000.5],
    ['12,3456', 12.35],
    ['.50', 0.5],
    ['0', 0],
    ['1.005', 1005],
    ['1,0005', 1],
    ['999,999,999,999.99', 999999999999.99],
  ])('%j is %d', (text, amount) => {
    expect(readAmount(text)?.amount).toBe(amount);
  });

  it.each([
    '5%',
    '1e5',
    'N/A',
    '-',
    '--5',
    '-(500)',
    '(500',
    '500)',
    '(-500)',
    '12 50',
    '1,00,000',
    '1,000.',
  ])('%j is no amount', (text) => {
    expect(readAmount(text)).toBeNull();
  });

  it.each([
    '$ € 5',
    '1.000,50.2',
    '1,000 000',
    'tbd',
    '5 apples',
    '12kk',
    '1/2',
    '€',
    '0x10',
    'Nov 5',
    '5 000 00',
  ])('%j is no amount either', (text) => {
    expect(readAmount(text)).toBeNull();
  });

  it.each(['1000000000000', '1,000,000,000,000', '(1000000M)', '999999999999.999'])(
    '%j is too large',
    (text) => {
      expect(readAmount(text)?.amount ?? null).toBeNull();
    },
  );

  it.each([
    ['1,000.50', usesWith('.', USE.decimals) | usesWith(',', USE.groups)],
    ['12.5', usesWith('.', USE.decimals)],
    ['12,50 €', usesWith(',', USE.decimals)],
    ['1,000,000', usesWith(',', USE.groups)],
    ['1.000.000', usesWith('.', USE.groups)],
    ['1234.567', usesWith('.', USE.threeDecimals)],
    ['-0,250', usesWith(',', USE.threeDecimals)],
    ['1 000,500', usesWith(',', USE.threeDecimals)],
    ['1,234.500', usesWith('.', USE.threeDecimals) | usesWith(',', USE.groups)],
    ['.250', usesWith('.', USE.otherThreeDecimals)],
    ['012.500', usesWith('.', USE.otherThreeDecimals)],
    ['1,000', usesWith(',', USE.open)],
    ['(1.234k)', usesWith('.', USE.open)],
    ['1 000', 0],
    ['1000', 0],
    ['1,000,000,000,000.5', 0],
  ])('%j uses its separators as %j', (text, uses) => {
    expect(readAmount(text)?.uses).toBe(uses);
  });

  it.each([
    ['$5', '$'],
    ['US$5', 'US$'],
    ['(5 €)', '€'],
    ['chf 5', 'chf'],
    ['5k SEK', 'SEK'],
    ['5 ALL', 'ALL'],
    ['5k', null],
    ['5', null],
  ])('%j is written in %j', (text, currency) => {
    expect(readAmount(text)?.currency ?? null).toBe(currency);
  });

  it('reads one separator before three digits as thousands, which can be turned into decimals', () => {
    expect(readAmount('$1,234')?.amount).toBe(1234);
    expect(readAmount('(1.234k)')?.amount).toBe(-1_234_000);
    expect(asDecimals(1234)).toBe(1.23);
    expect(asDecimals(-1_234_000)).toBe(-1234);
    expect(asDecimals(1005)).toBe(1.01);
  });
});
