import { numberFormat } from './number-format.js';

const kinds = (code: string) => numberFormat(200, code).kind;
const currency = (code: string) => numberFormat(200, code).currency;

describe('a number format', () => {
  it.each([
    'yyyy-mm-dd',
    'm/d/yy h:mm',
    'dd/mm/yyyy;@',
    '[$-40C]d mmm yyyy;@',
    '[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy',
    'mmm-yy',
    'mmm',
    '"Q"yyyy',
    '[Red]d.m.yy',
    'ggge"年"m"月"d"日"',
  ])('%s shows dates', (code) => expect(kinds(code)).toBe('date'));

  it.each(['h:mm', 'h:mm AM/PM', '[h]:mm:ss', 'mm:ss.0', '[mm]:ss', '[ss]'])('%s shows times', (code) =>
    expect(kinds(code)).toBe('time'),
  );

  it.each(['0%', '0.0 %', '0.00%;[Red]-0.00%'])('%s shows percentages', (code) =>
    expect(kinds(code)).toBe('percent'),
  );

  it.each(['0"%"', '0.0\\%'])('%s shows a sign that is a mere text', (code) =>
    expect(kinds(code)).toBe('percent_sign'),
  );

  it.each([
    'General',
    'Standard',
    '0',
    '#,##0.00',
    '0.00E+00',
    '@',
    '# ?/?',
    '0 "days"',
    '0\\d',
    '[Red]0',
    '0_d',
    '#,##0;"dd/mm/yyyy"',
  ])('%s shows numbers', (code) => expect(kinds(code)).toBe('number'));

  it.each([
    ['#,##0.00 [$€-40C]', '€'],
    ['_-* #,##0.00\\ "€"_-;-* #,##0.00\\ "€"_-', '€'],
    ['"$"#,##0.00', '$'],
    ['$#,##0', '$'],
    ['[$$-409]#,##0', '$'],
    ['[$USD] #,##0', 'USD'],
    ['[$US$] #,##0', 'US$'],
    ['#,##0 "EUR HT"', 'EUR'],
    ['#,##0\\ \\£', '£'],
    ['[$-409]#,##0', null],
    ['#,##0 "all deals"', null],
    ['[$kr-41D] #,##0', null],
    ['#,##0.00', null],
  ])('%s names the currency %s', (code, named) => expect(currency(code)).toBe(named));

  it.each([
    [0, 'number'],
    [4, 'number'],
    [9, 'percent'],
    [10, 'percent'],
    [14, 'date'],
    [18, 'time'],
    [22, 'date'],
    [44, 'number'],
    [46, 'time'],
    [49, 'number'],
  ])('number %d needs no code: %s', (id, kind) => {
    expect(numberFormat(id, null)).toEqual({ kind, currency: null });
  });
});
