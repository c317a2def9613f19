import { isoDay } from '../period/day.js';
import { checked, found } from '../testing/checked-sheet.js';

// What people write into a cell for an amount or a date: it is read exactly, or found and left out.

describe('an amount', () => {
  it.each<[string, number | null, string?]>([
    ['1,2,3', null, 'unreadable_money'],
    ['1.2.3', null, 'unreadable_money'],
    ['1,234,567.89', 1_234_567.89],
    ['1.234.567,89', 1_234_567.89],
    ["1'234.50", null, 'unreadable_money'],
    ['1 234,50 €', 1_234.5],
    ['12k', 12_000],
    ['1.2M', 1_200_000],
    ['(500)', -500],
    ['$(500)', -500],
    ['-500', -500],
    ['--500', null, 'unreadable_money'],
    ['5%', null, 'unreadable_money'],
    ['1e5', null, 'unreadable_money'],
    ['0x10', null, 'unreadable_money'],
    ['NaN', null, 'unreadable_money'],
    ['Infinity', null, 'unreadable_money'],
    ['-', null, 'unreadable_money'],
    ['$', null, 'unreadable_money'],
    ['½', null, 'unreadable_money'],
    ['٣٤', null, 'unreadable_money'],
    ['999999999999.99', 999_999_999_999.99],
    ['1000000000000', null, 'unreadable_money'],
    ['9'.repeat(400), null, 'unreadable_money'],
    ['#DIV/0!', null, 'spreadsheet_error'],
    ['0', 0],
    ['-0', 0],
    ['', null],
    ['   ', null],
    ["'500", null, 'unreadable_money'],
    ["'-500", -500],
    ['=500', null, 'unreadable_money'],
    ['TRUE', null, 'unreadable_money'],
  ])('%s', (text, amount, ...[code]) => {
    const sheet = checked(`Client\tARR\nA\t${text}\n`);
    expect(sheet.rows[0]?.expected_arr ?? null).toBe(amount === 0 ? Math.abs(0) : amount);
    expect(found(sheet).filter((each) => !each.endsWith('other_currency'))).toEqual(
      code === undefined ? [] : [`2 expected_arr ${code}`],
    );
  });
});

describe('a date', () => {
  it.each<[string, string | null, string?]>([
    ['31/02/2026', null, 'unreadable_date'],
    ['29/02/2028', '2028-02-29'],
    ['29/02/2027', null, 'unreadable_date'],
    ['00/01/2026', null, 'unreadable_date'],
    ['2026-13-01', null, 'unreadable_date'],
    ['0000-01-01', null, 'unreadable_date'],
    ['9999-12-31', '9999-12-31'],
    ['10000-01-01', null, 'unreadable_date'],
    ['45678', null, 'unreadable_date'],
    ['45678.5', null, 'unreadable_date'],
    ['07/2026', null, 'unreadable_date'],
    ['Q3 2026', null, 'unreadable_date'],
    ['2026', null, 'unreadable_date'],
    ['next Friday', null, 'unreadable_date'],
    ['today', null, 'unreadable_date'],
    ['3/4/26', '2026-04-03'],
    ['3.4.2026', '2026-04-03'],
    ['2026/04/03', '2026-04-03'],
    ['2026-04-03T10:00:00Z', '2026-04-03'],
    ['2026-04-03 23:59:59+14:00', '2026-04-03'],
    ['Fri, 3 Apr 2026', '2026-04-03'],
    ['April 3rd, 2026', '2026-04-03'],
    ['1er avril 2026', '2026-04-01'],
    ['3 août 2026', '2026-08-03'],
    ['3/4/2026 - 5/4/2026', null, 'unreadable_date'],
    ['#VALUE!', null, 'spreadsheet_error'],
    ['3-Apr', null, 'unreadable_date'],
    ['-1/4/2026', null, 'unreadable_date'],
    ['3//4/2026', null, 'unreadable_date'],
    [`3/4/2026${' '.repeat(300)}`, '2026-04-03'],
    ['1/'.repeat(5_000), null, 'unreadable_date'],
    ['٣/٤/٢٠٢٦', null, 'unreadable_date'],
    ['', null],
  ])('%s', (text, day, ...[code]) => {
    const sheet = checked(`Client\tPOA date\nA\t${text}\n`);
    const read = sheet.rows[0]?.poa_date ?? null;
    expect(read === null ? null : isoDay(read)).toBe(day);
    expect(found(sheet)).toEqual(code === undefined ? [] : [`2 poa_date ${code}`]);
  });

  it('in both orders within one column is read in the order of most, the others one by one', () => {
    const sheet = checked('Client,POA date\nA,25/4/2026\nB,26/4/2026\nC,4/27/2026\nD,3/4/2026\n');
    expect(sheet.rows.map(({ poa_date: day }) => day && isoDay(day))).toEqual([
      '2026-04-25',
      '2026-04-26',
      '2026-04-27',
      '2026-04-03',
    ]);
    expect(found(sheet)).toEqual(['4 poa_date date_against_column']);
  });
});
