import fc from 'fast-check';
import { dayOf, isoDay } from '../period/day.js';
import { readSheet } from './read-sheet.js';
import type { ImportFinding } from './sheet.js';
import { TypedSheetWriter } from './typed-sheet.js';

type Write = (sheet: TypedSheetWriter) => void;

const HEADER = ['Client', 'Stage', 'Pipeline', 'Discovery date', 'Hubspot link', 'Owner'];

const text =
  (value: string, link: string | null = null): Write =>
  (sheet) => {
    sheet.addText(value, link);
  };
const number =
  (value: number, currency: string | null = null): Write =>
  (sheet) => {
    sheet.addNumber(value, currency);
  };
const empty: Write = (sheet) => {
  sheet.addEmpty();
};

function sheetOf(rows: readonly (readonly Write[])[]) {
  const sheet = new TypedSheetWriter();
  for (const cell of HEADER) sheet.addText(cell);
  for (const [at, cells] of rows.entries()) {
    sheet.goTo(at + 2);
    for (const write of cells) write(sheet);
  }
  return readSheet(sheet.sheet(), { dateOrder: 'day_first', dedupe: 'none', currency: 'USD' });
}

const deal = (name: string, ...cells: Write[]): Write[] => [text(name), text('E Intro attended'), ...cells];
const pipes = (rows: Write[]) =>
  sheetOf(rows.map((write, at) => deal(`Client ${at}`, write))).rows.map(({ pipeline }) => pipeline);
const codes = (findings: readonly ImportFinding[]) =>
  findings.map(({ row, column, code }) => `${row} ${column} ${code}`);

describe('a sheet with typed cells', () => {
  it('takes a number as it is: it has no thousands', () => {
    expect(pipes([number(1.234), number(1234.5), number(-0.005), number(1e-7), number(1e12)])).toEqual([
      1.23,
      1234.5,
      -0.01,
      0,
      null,
    ]);
  });

  it('hears no vote of a number about the separators of texts', () => {
    const { rows, report } = sheetOf([
      deal('A', text('1.234')),
      deal('B', number(1234.567)),
      deal('C', number(0.25)),
    ]);
    expect(rows.map(({ pipeline }) => pipeline)).toEqual([1234, 1234.57, 0.25]);
    expect([...report.findings]).toEqual([]);
  });

  it('reports the currency of a format, with count and sum', () => {
    const { report } = sheetOf([
      deal('A', number(1000.5, '€')),
      deal('B', number(2.25, '€')),
      deal('C', number(3, 'US$')),
    ]);
    expect([...report.findings]).toMatchObject([
      { code: 'other_currency', column: 'pipeline', value: 'EUR', count: 2, sum: 1002.75 },
    ]);
  });

  it('takes no number for a date, nor a day for an amount', () => {
    const { rows, report } = sheetOf([
      deal('A', (sheet) => sheet.addDay(dayOf(2026, 3, 4) ?? 0), number(46_085)),
      deal('B', number(1), (sheet) => sheet.addDay(dayOf(2026, 3, 4) ?? 0)),
    ]);
    expect(rows.map(({ pipeline, discovery_date: day }) => [pipeline, day && isoDay(day)])).toEqual([
      [null, null],
      [1, '2026-03-04'],
    ]);
    expect([...report.findings]).toMatchObject([
      { row: 2, code: 'unreadable_money', value: '2026-03-04' },
      { row: 2, code: 'unreadable_date', value: '46085' },
    ]);
  });

  it('takes the address behind a link that shows another text, in the column of links alone', () => {
    const address = 'https://app.hubspot.com/contacts/1/deal/77';
    const { rows, report } = sheetOf([
      [text('A', address), empty, empty, empty, text('Open "deal"', address)],
      [text('B'), empty, empty, empty, text('https://app.hubspot.com/contacts/1/deal/5', address)],
      [text('C'), empty, empty, empty, text('Open', 'mailto:someone@example.com')],
      [text('D'), empty, empty, empty, number(123_456)],
    ]);
    expect(rows.map(({ client, hubspot_link: link }) => [client, link])).toEqual([
      ['A', address],
      ['B', 'https://app.hubspot.com/contacts/1/deal/5'],
      ['C', 'Open'],
      ['D', '123456'],
    ]);
    expect(codes([...report.findings])).toEqual(['4 hubspot_link link_unusable']);
  });

  it('keeps quotes, line ends and separators within a cell, and reports none of them', () => {
    const names = ['"A', 'B "C"', 'D, E; F\tG', 'one\ntwo\r\nthree', '"H"', 'a,b,c,d,e,f,g\nx', 'sep=;'];
    const { rows, report } = sheetOf(names.map((name) => [text(name)]));
    expect(rows.map(({ client }) => client)).toEqual(names);
    expect([...report.findings]).toEqual([]);
    expect(report).toMatchObject({ encoding: 'utf-8', separator: null });
  });

  it('counts rows as the sheet does', () => {
    const sheet = new TypedSheetWriter();
    sheet.goTo(3);
    for (const cell of HEADER) sheet.addText(cell);
    sheet.goTo(7);
    sheet.addText('A');
    sheet.addText('Won?');
    const { rows, report } = readSheet(sheet.sheet(), { dateOrder: 'day_first', dedupe: 'none' });
    expect(rows.map(({ row }) => row)).toEqual([7]);
    expect(codes([...report.findings])).toEqual(['7 stage unknown_value']);
  });

  it('drops NULs and says so', () => {
    const { rows, report } = sheetOf([[text('A\0B')]]);
    expect(rows[0]?.client).toBe('AB');
    expect(codes([...report.findings])).toEqual(['2 null nul_removed']);
  });

  it('gives back every text, and every amount to the cent', () => {
    const name = fc.string({ unit: 'grapheme' }).filter((each) => /^[\p{L}\p{N}]/u.test(each));
    const amount = fc.double({ min: -1e11, max: 1e11, noNaN: true });
    fc.assert(
      fc.property(fc.array(fc.tuple(name, amount), { minLength: 1 }), (deals) => {
        const { report, rows } = sheetOf(deals.map(([client, value]) => deal(client, number(value))));
        expect(report.rows_read).toBe(deals.length);
        for (const { row, pipeline } of rows) {
          const written = deals[row - 2]?.[1] ?? 0;
          expect(Math.abs((pipeline ?? Number.NaN) - written)).toBeLessThanOrEqual(0.005 + 1e-4);
        }
      }),
    );
  });
});
