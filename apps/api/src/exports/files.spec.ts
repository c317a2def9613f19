import { randomBytes } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import type { ExportColumn } from '@app/domain';
import { readXlsx } from 'hucre/xlsx';
import { csvFile } from './csv-file.js';
import { atOnce, type ExportRow, type ExportTable } from './export-table.js';
import { xlsxFile } from './xlsx-file.js';

const COLUMNS: ExportColumn[] = [
  { label: 'Client', kind: 'text' },
  { label: 'POA date', kind: 'date' },
  { label: 'Pipeline', kind: 'money' },
  { label: 'Deals', kind: 'count' },
  { label: 'Share', kind: 'ratio' },
];
const ROWS: ExportRow[] = [
  ['Zoé & <Co>', '2026-11-22', 1234.5, 3, 0.25],
  ['=1+1', null, -5, 0, null],
  ['_x0041_\u0007 line\nbreak', '2024-02-29', 0.1, null, 1 / 3],
];
const WORKBOOK = { sheet: 'Deals: to put right', currency: 'EUR' };
const tableOf = (rows: readonly ExportRow[]): ExportTable => ({ columns: COLUMNS, batches: atOnce(rows) });
const sheetOf = async (rows: readonly ExportRow[], totals = 0) => {
  const { sheets } = await readXlsx(await buffer(xlsxFile({ ...tableOf(rows), totals }, WORKBOOK)));
  return sheets[0];
};

/** Batches that say how many were asked for and when they were ended. Nothing in them compresses. */
function watched(count: number) {
  const seen = { asked: 0, ended: Promise.withResolvers<true>() };
  const row = (): ExportRow => [randomBytes(512).toString('base64'), null, null, null, null];
  async function* batches(): AsyncGenerator<readonly ExportRow[]> {
    try {
      for (; seen.asked < count; seen.asked += 1) yield await Promise.resolve([row()]);
    } finally {
      seen.ended.resolve(true);
    }
  }
  return { seen, table: { columns: COLUMNS, batches: batches() } };
}

describe('a CSV file', () => {
  it('starts with a BOM, ends its lines with CRLF, and writes numbers plainly', async () => {
    expect((await buffer(csvFile(tableOf(ROWS.slice(0, 2))))).toString()).toBe(
      '\uFEFFClient,POA date,Pipeline,Deals,Share\r\n' +
        'Zoé & <Co>,2026-11-22,1234.5,3,0.25\r\n' +
        "'=1+1,,-5,0,\r\n",
    );
  });

  it('of nothing is its header', async () => {
    expect((await buffer(csvFile(tableOf([])))).toString()).toBe(
      '\uFEFFClient,POA date,Pipeline,Deals,Share\r\n',
    );
  });
});

describe('an XLSX file', () => {
  it('holds typed dates and numbers, guarded text, and empty cells for what is absent', async () => {
    const sheet = await sheetOf(ROWS);
    expect(sheet?.name).toBe('Deals to put right');
    expect(sheet?.rows).toEqual([
      ['Client', 'POA date', 'Pipeline', 'Deals', 'Share'],
      ['Zoé & <Co>', new Date('2026-11-22T00:00:00Z'), 1234.5, 3, 0.25],
      ["'=1+1", null, -5, 0, null],
      ['_x0041_ line\nbreak', new Date('2024-02-29T00:00:00Z'), 0.1, null, 1 / 3],
    ]);
  });

  it('has filters over a list that is written at once, and columns in their formats and widths', async () => {
    const sheet = await sheetOf(ROWS);
    expect(sheet?.autoFilter?.range).toBe('A1:E4');
    expect((await sheetOf(ROWS, 1))?.autoFilter?.range).toBe('A1:E3');
    const many = await sheetOf(Array.from({ length: 2_001 }, () => ROWS[0] ?? []));
    expect([many?.rows.length, many?.autoFilter]).toEqual([2_002, undefined]);
    const widths = [sheet, many].map((each) => each?.columns?.map(({ width }) => Math.round(width ?? 0)));
    expect(widths).toEqual([
      [21, 12, 11, 8, 8],
      [12, 12, 11, 8, 8],
    ]);
  });

  it.each([
    ['a text as long as a cell may be', 'x'.repeat(32_767), 'x'.repeat(32_767)],
    [
      'a longer one, which says so',
      'x'.repeat(40_000),
      expect.stringMatching(/^x{32000}x* … \(shortened: .*\)$/),
    ],
    ['one that its apostrophe makes longer', `=${'x'.repeat(32_766)}`, expect.stringMatching(/^'=x+ … \(/)],
    ['one of pairs', '😀'.repeat(20_000), expect.stringMatching(/^(😀)+ … \(/u)],
    ['one of escapes', '_x0041_'.repeat(6_000), expect.stringMatching(/^_x0041_.* … \(/)],
    ['half a pair', 'a\ud83d', 'a\ufffd'],
    ['signs that XML has not', 'a\u0000\u000b\ufffe\uffffb', 'ab'],
  ])('holds %s', async (_, text, expected) => {
    const cell = (await sheetOf([[text, null, null, null, null]]))?.rows[1]?.[0];
    expect(cell).toEqual(expected);
    expect(String(cell).length).toBeLessThanOrEqual(32_767);
  });

  it('of nothing is its header', async () => {
    expect((await sheetOf([]))?.rows).toEqual([['Client', 'POA date', 'Pipeline', 'Deals', 'Share']]);
  });
});

describe.each([
  ['CSV', csvFile],
  ['XLSX', xlsxFile],
])('%s', (_, write) => {
  it('is made while it is read, and no further when nobody reads on', async () => {
    const { seen, table } = watched(100_000);
    const file = write(table, WORKBOOK);
    for await (const chunk of file) {
      expect(chunk).toBeDefined();
      if (seen.asked > 0) break;
    }
    expect(await seen.ended.promise).toBe(true);
    expect(seen.asked).toBeLessThan(50_000);
  });

  it('breaks when its rows do', async () => {
    async function* broken(): AsyncGenerator<readonly ExportRow[]> {
      yield await Promise.resolve(ROWS);
      throw new Error('moved');
    }
    await expect(buffer(write({ columns: COLUMNS, batches: broken() }, WORKBOOK))).rejects.toThrow('moved');
  });
});
