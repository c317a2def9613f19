import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isoDay, readSheet } from '@app/domain';
import { readWorkbook } from './read-workbook.js';
import { rowXml, type SheetXml, type WorkbookXml, workbookOf, workbookParts } from './testing/workbook.js';
import { zipOf } from './testing/zip.js';

const HEADER = rowXml(1, ['Client', 'Stage', 'Pipeline', 'Discovery date', 'Hubspot link', 'Owner']);

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'workbook-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function read(file: Uint8Array, sheetName: string | null = null) {
  const path = join(folder, 'file.xlsx');
  await writeFile(path, file);
  const workbook = await readWorkbook(path, { sheetName });
  const sheet = readSheet(workbook.sheet, { dateOrder: 'day_first', dedupe: 'none', currency: 'USD' });
  return { ...workbook, ...sheet, findings: [...sheet.report.findings] };
}

const faultOf = (file: Uint8Array, sheetName: string | null = null) =>
  read(file, sheetName).then(
    () => null,
    (error: unknown) => String(error),
  );

const cell = (name: string, value: string | number, attributes = '') =>
  `<c r="${name}" ${attributes}><v>${value}</v></c>`;
const client = (row: number, ...cells: string[]) =>
  `<row r="${row}"><c r="A${row}" t="str"><v>Client ${row}</v></c>${cells.join('')}</row>`;
const deals = (data: string, more: Partial<WorkbookXml> = {}, sheet: Partial<SheetXml> = {}) =>
  workbookOf({ ...more, sheets: [{ data: HEADER + data, ...sheet }] });

async function pipes(cells: string[], formats: WorkbookXml['formats'] = []) {
  const rows = cells.map((xml, at) => client(at + 2, xml.replace(/@/g, `C${at + 2}`)));
  const { rows: read_, findings } = await read(deals(rows.join(''), { formats }));
  return { values: read_.map(({ pipeline }) => pipeline), findings };
}

async function days(serials: (string | number)[], more: Partial<WorkbookXml> = {}) {
  const rows = serials.map((serial, at) => client(at + 2, cell(`D${at + 2}`, serial, 's="1"')));
  const { rows: found, findings } = await read(deals(rows.join(''), { formats: [14], ...more }));
  return { days: found.map(({ discovery_date: day }) => day && isoDay(day)), findings };
}

describe('numbers of a workbook', () => {
  it('are what they are, to the cent', async () => {
    const { values, findings } = await pipes([
      '<c r="@"><v>1.234</v></c>',
      '<c r="@"><v>4.4000000000000004</v></c>',
      '<c r="@" t="n"><v>1E3</v></c>',
      '<c r="@"><v>-0</v></c>',
      '<c r="@"/>',
    ]);
    expect(values).toEqual([1.23, 4.4, 1000, 0, null]);
    expect(findings).toEqual([]);
  });

  it('in a percentage or a time are no amounts', async () => {
    const { values, findings } = await pipes(
      ['<c r="@" s="1"><v>0.07</v></c>', '<c r="@" s="2"><v>0.5</v></c>', '<c r="@" s="3"><v>45658</v></c>'],
      [9, 'h:mm', 'dd/mm/yyyy'],
    );
    expect(values).toEqual([null, null, null]);
    expect(findings.map(({ code, value }) => [code, value])).toEqual([
      ['unreadable_money', '7%'],
      ['unreadable_money', '12:00:00'],
      ['unreadable_money', '2025-01-01'],
    ]);
  });

  it('in a format with another currency are reported', async () => {
    const { values, findings } = await pipes(
      ['<c r="@" s="1"><v>1000.5</v></c>', '<c r="@" s="2"><v>2</v></c>', '<c r="@" s="3"><v>3</v></c>'],
      ['#,##0.00 [$€-40C]', '"$"#,##0', 44],
    );
    expect(values).toEqual([1000.5, 2, 3]);
    expect(findings).toMatchObject([{ code: 'other_currency', value: 'EUR', count: 1, sum: 1000.5 }]);
  });

  it('as text are read as texts', async () => {
    const { values } = await pipes([
      '<c r="@" t="str"><v>1.234,50</v></c>',
      '<c r="@" t="str"><v>12k</v></c>',
    ]);
    expect(values).toEqual([1234.5, 12_000]);
  });

  it('of formulas are their last results; without one they are errors, not nothing', async () => {
    const { values, findings } = await pipes([
      '<c r="@"><f>SUM(A1:A2)</f><v>42</v></c>',
      '<c r="@"><f>SUM(A1:A2)</f></c>',
      '<c r="@" t="str"><f>IF(A1,"",1)</f><v></v></c>',
      '<c r="@" t="e"><f>1/0</f><v>#DIV/0!</v></c>',
    ]);
    expect(values).toEqual([42, null, null, null]);
    expect(findings.map(({ row, code, value }) => [row, code, value])).toEqual([
      [3, 'spreadsheet_error', '#CALC!'],
      [5, 'spreadsheet_error', '#DIV/0!'],
    ]);
  });
});

describe('dates of a workbook', () => {
  it('count from 1900, with a day that never was', async () => {
    const { days: found, findings } = await days([1, 59, 60, 61, 45_658, 45_658.99, 2_958_465]);
    expect(found).toEqual([
      '1900-01-01',
      '1900-02-28',
      null,
      '1900-03-01',
      '2025-01-01',
      '2025-01-01',
      '9999-12-31',
    ]);
    expect(findings.map(({ code, value }) => [code, value])).toEqual([['unreadable_date', '1900-02-29']]);
  });

  it('count from 1904 where the workbook says so', async () => {
    expect((await days([0, 44_196], { isFrom1904: true })).days).toEqual(['1904-01-01', '2025-01-01']);
  });

  it('that no calendar has are findings', async () => {
    const { days: found, findings } = await days([0, -5, 2_958_466, 1e300]);
    expect(found).toEqual([null, null, null, null]);
    expect(findings).toHaveLength(4);
  });

  it('may be written as ISO dates', async () => {
    const rows = client(2, '<c r="D2" t="d"><v>2026-03-04T15:00:00</v></c>');
    expect((await read(deals(rows))).rows[0]?.discovery_date).toBe(Date.UTC(2026, 2, 4) / 86_400_000);
  });

  it('are not guessed from a number without a format', async () => {
    const { rows, findings } = await read(deals(client(2, cell('D2', 45_658))));
    expect(rows[0]?.discovery_date).toBeNull();
    expect(findings).toMatchObject([
      { row: 2, column: 'discovery_date', code: 'unreadable_date', value: '45658' },
    ]);
  });
});

describe('texts of a workbook', () => {
  it('come from its table, with all their parts but pronunciation', async () => {
    const texts =
      '<si><t xml:space="preserve"> Acme </t></si><si><r><rPr><b/></rPr><t>Bo</t></r><r><t>lt &amp; Co</t></r><rPh sb="0" eb="1"><t>NO</t></rPh></si><si><t>Line_x000A_break _x005F_x0041_</t></si>';
    const rows = [0, 1, 2].map((text, at) => `<row r="${at + 2}">${cell(`A${at + 2}`, text, 't="s"')}</row>`);
    const found = await read(deals(rows.join(''), { texts }));
    expect(found.rows.map((row) => row.client)).toEqual(['Acme', 'Bolt & Co', 'Line\nbreak _x0041_']);
  });

  it('are booleans and check boxes, too', async () => {
    const rows = '<row r="2"><c r="A2" t="b"><v>1</v></c></row>' + client(3, '<c r="F3" t="b"><v>0</v></c>');
    const found = await read(deals(rows));
    expect(found.rows.map(({ row, client: name, owner }) => [row, name, owner])).toEqual([
      [3, 'Client 3', 'FALSE'],
    ]);
  });

  it('keep the place of cells and rows, merged, hidden or missing', async () => {
    const rows =
      `<row r="4" hidden="1"><c r="A4" t="str"><v>Acme</v></c><c r="F4" t="str"><v>Ann</v></c></row>` +
      `<row><c r="F5" t="str"><v>Bob</v></c></row>` +
      client(9);
    const { rows: found, findings } = await read(
      deals(rows, {}, { after: '<mergeCells count="1"><mergeCell ref="A4:A5"/></mergeCells>' }),
    );
    expect(found.map(({ row, client: name, owner }) => [row, name, owner])).toEqual([
      [4, 'Acme', 'Ann'],
      [9, 'Client 9', null],
    ]);
    expect(findings).toMatchObject([{ row: 5, code: 'no_client' }]);
  });
});

describe('links of a workbook', () => {
  const ADDRESS = 'https://app.hubspot.com/contacts/1/deal/77';
  const links = { rIdL: `${ADDRESS}?a=1&amp;b=2` };
  const after =
    '<hyperlinks><hyperlink ref="E2:E3" r:id="rIdL"/><hyperlink ref="E9" location="Sheet2!A1"/></hyperlinks>';

  it('stand in for a text that is none', async () => {
    const rows =
      client(2, '<c r="E2" t="str"><v>Open the deal</v></c>') +
      client(3, '<c r="E3" t="str"><v>https://app.hubspot.com/contacts/1/deal/5</v></c>') +
      client(4, `<c r="E4" t="str"><f>HYPERLINK("${ADDRESS}","Deal")</f><v>Deal</v></c>`) +
      client(5, cell('E5', 123_456_789));
    const { rows: found } = await read(deals(rows, {}, { links, after }));
    expect(found.map(({ hubspot_link: link }) => link)).toEqual([
      `${ADDRESS}?a=1&b=2`,
      'https://app.hubspot.com/contacts/1/deal/5',
      ADDRESS,
      '123456789',
    ]);
  });
});

describe('the sheet of a workbook', () => {
  const sheets: SheetXml[] = [
    { name: 'Notes', data: rowXml(1, ['Client', 'written down']) },
    { name: 'Old', state: 'hidden', data: HEADER + client(2) + client(3) },
    { name: 'Deals', data: rowXml(1, ['A title']) + HEADER.replace('r="1"', 'r="3"') + client(4) },
    { name: 'Same', data: HEADER + client(2) },
  ];

  it('is the visible one whose header knows most columns, the first on a tie', async () => {
    const { sheetName, sheetNames, rows } = await read(workbookOf({ sheets }));
    expect([sheetName, sheetNames]).toEqual(['Deals', ['Notes', 'Old', 'Deals', 'Same']]);
    expect(rows.map(({ row }) => row)).toEqual([4]);
  });

  it('is the one that was named, hidden or not', async () => {
    const { sheetName, rows } = await read(workbookOf({ sheets }), 'old ');
    expect([sheetName, rows.length]).toEqual(['Old', 2]);
  });

  it('is missed by name, with those that are there', async () => {
    expect(await faultOf(workbookOf({ sheets }), 'Sales')).toBe(
      'WorkbookError: There is no sheet "Sales". The sheets are "Notes", "Old", "Deals", "Same": choose one of them.',
    );
  });
});

describe('what is no workbook, or none that can be trusted', () => {
  const good = () => ({ ...workbookParts({ sheets: [{ data: HEADER + client(2) }] }) });

  it.each([
    ['a zip archive', { 'deals.csv': 'Client' }],
    ['an OpenDocument file (.ods)', { mimetype: 'x', 'content.xml': '<x/>' }],
    ['a Numbers, Pages or Keynote document', { 'Index/Document.iwa': 'x' }],
    [
      'a Word document',
      { '[Content_Types].xml': '<x/>', '_rels/.rels': '<x/>', 'word/document.xml': '<x/>' },
    ],
    ['a binary workbook (.xlsb)', { ...good(), 'xl/workbook.bin': 'x' }],
  ])('%s', async (kind, parts) => {
    expect(await faultOf(zipOf(parts))).toBe(
      `WorkbookError: The file is ${kind}, and no Excel workbook. Save the sheet as .xlsx or CSV and upload that file.`,
    );
  });

  it.each([
    ['a zip that breaks off', zipOf(good()).subarray(0, -200)],
    ['a zip of nothing but its beginning', Buffer.from('PK\u0003\u0004')],
    [
      'a sheet that is missing',
      zipOf(Object.fromEntries(Object.entries(good()).filter(([name]) => !/sheet1.xml$/.test(name)))),
    ],
    ['XML that breaks off', workbookOf({ sheets: [], parts: { 'xl/workbook.xml': '<workbook><sheets>' } })],
    ['a text that does not exist', deals(client(2, cell('C2', 7, 't="s"')))],
    ['cells out of order', deals('<row r="2"><c r="B2"><v>1</v></c><c r="A2"><v>1</v></c></row>')],
    ['rows out of order', deals(client(3) + client(2))],
    ['an impossible cell', deals('<row r="2"><c r="XFE2"><v>1</v></c></row>')],
    ['an impossible row', deals('<row r="99999999"/>')],
    [
      'other content than was saved',
      zipOf({ ...good(), 'xl/sharedStrings.xml': { content: '<sst/>', said: { crc: 1 } } }),
    ],
    [
      'more content than it says',
      zipOf({ ...good(), 'xl/sharedStrings.xml': { content: '<sst></sst>', said: { size: 3 } } }),
    ],
  ])('%s is damaged', async (_, file) => {
    expect(await faultOf(file)).toMatch(
      /^WorkbookError: The workbook is damaged: .* save it as \.xlsx again/,
    );
  });

  it('a document type of its own', async () => {
    const content = '<!DOCTYPE sst [<!ENTITY a "aaaa">]><sst><si><t>&a;</t></si></sst>';
    expect(await faultOf(zipOf({ ...good(), 'xl/sharedStrings.xml': content }))).toMatch(
      /document type of its own/,
    );
  });

  it('a part that unpacks out of all proportion', async () => {
    const bomb = Buffer.alloc(20 * 1024 * 1024, ' ');
    expect(await faultOf(zipOf({ ...good(), 'xl/styles.xml': { content: bomb } }))).toMatch(
      /refused: its part xl\/styles\.xml would unpack from 0\.1 to 20 MiB/,
    );
  });

  it('a row longer than any', async () => {
    const long = 'x'.repeat(40_000);
    const cells = Array.from({ length: 26 }, () => `<c t="str"><v>${long}</v></c>`).join('');
    expect(await faultOf(deals(`<row r="2">${cells}</row>`))).toMatch(
      /Row 2 holds more than a million bytes/,
    );
  });

  it('a sheet that points to one long text again and again', async () => {
    const texts = `<si><t>Client</t></si><si><t>${'long '.repeat(6_000)}</t></si>`;
    const row = (at: number) => `<row r="${at + 2}"><c t="s"><v>1</v></c></row>`;
    const data = `<row r="1"><c t="s"><v>0</v></c></row>${Array.from({ length: 9_000 }, (_, at) => row(at)).join('')}`;
    expect(await faultOf(workbookOf({ sheets: [{ data }], texts }))).toMatch(/more than 256 MiB of text/);
  });
});
